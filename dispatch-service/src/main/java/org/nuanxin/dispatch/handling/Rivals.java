package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.matching.Matchmaking;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/**
 * Requests of one community that come up at the same moment and may ask the same people. What each would ask is found out by
 * deciding without recording anything; then they are matched together.
 */
public final class Rivals {
    private final Map<UUID, List<Input>> inputs;
    private final Map<UUID, Handling> handlings;

    private record Pool(String community, String skill) {}

    private Rivals(Map<UUID, List<Input>> inputs, Map<UUID, Handling> handlings) {
        this.inputs = inputs;
        this.handlings = handlings;
    }

    /**
     * Does nothing where no two of them compete.
     *
     * @param inputs by request, what is about to be decided
     * @param surroundings whose candidates are those of the matchmaking
     */
    public static void match(
            Map<UUID, List<Input>> inputs,
            Map<UUID, Handling> handlings,
            Instant now,
            Surroundings surroundings,
            Matchmaking matchmaking) {
        if (inputs.size() < 2) return;
        Rivals rivals = new Rivals(inputs, handlings);
        List<UUID> competing = rivals.competing();
        if (competing.isEmpty()) return;
        for (UUID request : competing) {
            matchmaking.hear(request);
            rivals.rehearse(request, now, surroundings);
        }
        matchmaking.match();
    }

    private List<UUID> competing() {
        return inputs.keySet().stream()
                .filter(request -> pool(request) != null)
                .collect(Collectors.groupingBy(request -> Objects.requireNonNull(pool(request))))
                .values()
                .stream()
                .filter(requests -> requests.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    /** Null for a request that will ask no volunteer now. */
    private @Nullable Pool pool(UUID request) {
        if (inputs.getOrDefault(request, List.of()).stream().noneMatch(Rivals::mayAsk)) return null;
        Matter matter = matter(request);
        if (matter == null || matter.skill() == null) return null;
        return new Pool(matter.community(), matter.skill());
    }

    private @Nullable Matter matter(UUID request) {
        Handling handling = handlings.get(request);
        if (handling != null) return handling.matter();
        return inputs.getOrDefault(request, List.of()).getFirst() instanceof Input.Asked(RequestSubmitted submitted)
                ? Matter.of(submitted)
                : null;
    }

    private static boolean mayAsk(Input input) {
        return switch (input) {
            case Input.Due due ->
                switch (due.timer().kind()) {
                    case SEARCH_START, PHASE, ASK, OFFER_WAIT, CONFIRM_END, NO_SHOW -> true;
                    default -> false;
                };
            case Input.Answered answered -> !(answered.event() instanceof OfferAccepted);
            case Input.Asked asked -> true;
            case Input.Rated rated -> true;
            case Command command -> false;
        };
    }

    private void rehearse(UUID request, Instant now, Surroundings surroundings) {
        List<Input> left = new ArrayList<>(inputs.getOrDefault(request, List.of()));
        Handling handling = handlings.get(request);
        if (handling == null && left.removeFirst() instanceof Input.Asked(RequestSubmitted submitted)) {
            handling = Engine.open(submitted, now, surroundings).handling();
        }
        for (Input input : left) {
            if (handling != null)
                handling = Engine.decide(handling, input, now, surroundings).handling();
        }
    }
}
