package org.nuanxin.dispatch.matching;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Wanted;

/**
 * The candidates of what is decided at one moment. It hears what several requests would ask, and matches them together; then
 * each of them is shown its own match first and nobody who is the match of another. A request that came alone is shown the
 * best, as ever.
 */
public final class Matchmaking {
    private final Nearest all;
    private final Map<UUID, Question> questions = new LinkedHashMap<>();
    private final Set<UUID> asked = new HashSet<>();
    private Map<UUID, Candidate> matches = Map.of();
    private @Nullable UUID request;
    private boolean hearing;

    public Matchmaking(Nearest all) {
        this.all = all;
    }

    /** What is asked from now on is only what this request would ask. */
    public void hear(UUID asking) {
        hearing = true;
        request = asking;
    }

    /** All have been heard. */
    public void match() {
        hearing = false;
        matches = questions.size() > 1 ? Together.match(questions.values(), all) : Map.of();
    }

    /** What is asked from now on is asked by this request. */
    public void turnTo(UUID asking) {
        request = asking;
    }

    /** Others had rather ask somebody else now. */
    public void asked(UUID volunteer) {
        asked.add(volunteer);
    }

    /** Whom the request whose turn it is should ask, the first choice first. */
    public List<Candidate> best(Wanted wanted, int atMost) {
        if (hearing && request != null) return heard(request, wanted, atMost);
        Question question = questions.get(request);
        return question == null || matches.isEmpty() ? all.best(wanted, atMost) : shown(question, wanted, atMost);
    }

    /** The first question to which there is an answer is the one to be matched. */
    private List<Candidate> heard(UUID asking, Wanted wanted, int atMost) {
        Question question = Question.of(asking, wanted, all, atMost);
        if (!question.nearest().isEmpty()) questions.putIfAbsent(asking, question);
        return first(question.nearest(), atMost);
    }

    private List<Candidate> shown(Question question, Wanted wanted, int atMost) {
        Set<UUID> others = matchesOfOthers(question.request());
        List<Candidate> nearest = all.best(wanted, atMost + others.size() + asked.size());
        List<Candidate> left = nearest.stream()
                .filter(candidate -> !others.contains(candidate.id()))
                .toList();
        List<Candidate> shown = new ArrayList<>();
        Candidate match = matches.get(question.request());
        if (match != null && !isAsked(match) && question.wanted().equals(wanted)) {
            shown.add(match.matchedTogether());
        }
        left.stream()
                .filter(candidate -> !isAsked(candidate) && !isIn(shown, candidate))
                .forEach(shown::add);
        left.stream().filter(this::isAsked).forEach(shown::add);
        // asked beside another is better than left with nobody
        return first(shown.isEmpty() ? nearest : shown, atMost);
    }

    private Set<UUID> matchesOfOthers(UUID asking) {
        return matches.entrySet().stream()
                .filter(match -> !match.getKey().equals(asking))
                .map(match -> match.getValue().id())
                .collect(toSet());
    }

    private boolean isAsked(Candidate candidate) {
        return asked.contains(candidate.id());
    }

    private static boolean isIn(List<Candidate> candidates, Candidate candidate) {
        return candidates.stream().anyMatch(one -> one.id().equals(candidate.id()));
    }

    private static List<Candidate> first(List<Candidate> candidates, int atMost) {
        return candidates.subList(0, Math.min(atMost, candidates.size()));
    }
}
