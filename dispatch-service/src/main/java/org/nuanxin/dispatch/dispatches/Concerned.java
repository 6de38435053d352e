package org.nuanxin.dispatch.dispatches;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Assignment;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.dispatch.handling.Completion;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.Holder;

/** Whose loads a transaction may read or change, so that they are locked before anything is decided. */
final class Concerned {
    private Concerned() {}

    static Set<UUID> volunteers(List<Happening> happenings, Collection<Handling> handlings) {
        Stream<UUID> named = happenings.stream().flatMap(happening -> named(happening.input()));
        Stream<UUID> holding = handlings.stream().flatMap(Concerned::holding);
        return Stream.concat(named, holding).collect(Collectors.toSet());
    }

    private static Stream<UUID> named(Input input) {
        return switch (input) {
            case Input.Answered(OfferAccepted accepted) -> Stream.of(accepted.volunteerId());
            case Input.Answered(OfferRefused refused) -> Stream.of(refused.volunteerId());
            case Command.Assign assign -> volunteer(assign.holder());
            default -> Stream.empty();
        };
    }

    private static Stream<UUID> holding(Handling handling) {
        Assignment assignment = handling.assignment();
        Completion completion = handling.completion();
        return Stream.of(
                        volunteer(assignment == null ? null : assignment.holder()),
                        volunteer(completion == null ? null : completion.holder()),
                        volunteer(handling.search().owner()))
                .flatMap(ids -> ids);
    }

    private static Stream<UUID> volunteer(@Nullable Holder holder) {
        return Optional.ofNullable(holder)
                .filter(known -> known.kind() != Holder.Kind.STAFF)
                .map(known -> UUID.fromString(known.id()))
                .stream();
    }
}
