package org.nuanxin.volunteer.assignment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.events.Holder;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.volunteer.assignment.Assignments.HeldBy;
import org.nuanxin.volunteer.live.AppStream;

/** Lets what dispatch says about assignments take effect here, and tells the holders' apps. */
@ApplicationScoped
class AssignmentInbox {
    private final Assignments assignments;
    private final Reports reports;
    private final Timeline timeline;

    AssignmentInbox(Assignments assignments, Reports reports, Timeline timeline) {
        this.assignments = assignments;
        this.reports = reports;
        this.timeline = timeline;
    }

    /** In the inbox's transaction. */
    Uni<Void> take(List<DispatchEvent> events) {
        List<Assignment> words = events.stream()
                .flatMap(event -> AssignmentWord.in(event).stream())
                .toList();
        List<DispatchEvent> ends = events.stream()
                .filter(event -> AssignmentWord.end(event) != null)
                .toList();
        List<ReportRejected> rejections = events.stream()
                .filter(ReportRejected.class::isInstance)
                .map(ReportRejected.class::cast)
                .toList();
        List<UUID> heldBySomebody = events.stream()
                .filter(AssignmentWord::concernsWhoeverHolds)
                .map(DispatchEvent::requestId)
                .distinct()
                .toList();
        boolean toNobody =
                events.stream().allMatch(event -> AssignmentWord.toldOnly(event).isEmpty());
        if (words.isEmpty() && heldBySomebody.isEmpty() && toNobody)
            return Uni.createFrom().voidItem();
        Uni<Void> said =
                Sql.inOneTrip(List.of(assignments.say(words), assignments.end(ends), reports.reject(rejections)));
        return Sql.inOneTrip(said, assignments.holding(heldBySomebody)).chain(holding -> tell(events, holding));
    }

    private Uni<Void> tell(List<DispatchEvent> events, List<HeldBy> holding) {
        Map<UUID, List<String>> holders =
                holding.stream().collect(groupingBy(HeldBy::requestId, mapping(HeldBy::subject, toList())));
        Uni<Void> told = Uni.createFrom().voidItem();
        for (DispatchEvent event : events) {
            for (String subject : concerned(event, holders)) {
                told = told.chain(() -> timeline.add(AppStream.of(subject), event));
            }
        }
        return told;
    }

    private static List<String> concerned(DispatchEvent event, Map<UUID, List<String>> holders) {
        Optional<Holder> told = AssignmentWord.toldOnly(event);
        if (told.isPresent()) return List.of(told.get().subject());
        return AssignmentWord.concernsWhoeverHolds(event)
                ? holders.getOrDefault(event.requestId(), List.of())
                : AssignmentWord.in(event).stream()
                        .map(word -> word.holder().subject())
                        .toList();
    }
}
