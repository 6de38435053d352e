package org.nuanxin.dispatch.dispatches;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.ClockStory;
import org.nuanxin.dispatch.handling.Entry;

/**
 * Why a clock runs out when it does, in the reader's language.
 *
 * @param clock response or closure
 * @param round of a response clock the number of its search
 */
public record ClockExplanation(String clock, int round, Instant dueAt, boolean breached, List<StepView> steps) {

    /**
     * One thing that was done to the clock, and how it then stood.
     *
     * @param reason a code, or what whoever did it said
     * @param policy by which it goes from then on
     */
    public record StepView(
            Instant at,
            String what,
            String by,
            @Nullable String reason,
            @Nullable String policy,
            long usedSeconds,
            long grantedSeconds,
            Instant dueAt,
            String text) {}

    static ClockExplanation of(ClockStory story, String language) {
        ClockWording wording = ClockWording.in(language);
        return new ClockExplanation(
                Words.of(story.clock()),
                story.round(),
                story.dueAt(),
                story.breached(),
                story.steps().stream().map(step -> step(step, wording)).toList());
    }

    private static StepView step(ClockStory.Step step, ClockWording wording) {
        Entry entry = step.entry();
        return new StepView(
                entry.at(),
                wording.what(entry),
                entry.by(),
                reason(entry),
                entry instanceof Entry.UnderPolicy under ? wording.policy(under.policy()) : null,
                step.used().toSeconds(),
                step.granted().toSeconds(),
                step.dueAt(),
                wording.text(step, reason(entry)));
    }

    private static @Nullable String reason(Entry entry) {
        return switch (entry) {
            case Entry.Paused paused -> Words.of(paused.reason());
            case Entry.Extended extended -> extended.reason();
            case Entry.Rebased rebased -> rebased.reason();
            case Entry.Carried carried -> carried.extension();
            default -> null;
        };
    }
}
