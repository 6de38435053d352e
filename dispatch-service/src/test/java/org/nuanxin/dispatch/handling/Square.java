package org.nuanxin.dispatch.handling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.matching.Matchmaking;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/** Several requests that come up at the same moment, as one transaction decides them. */
final class Square extends Play {
    private final Matchmaking matchmaking = new Matchmaking(super::candidates);
    private final Map<UUID, List<Input>> inputs = new LinkedHashMap<>();
    private final Map<UUID, Handling> handlings = new LinkedHashMap<>();

    Square(Instant now, Volunteers... volunteers) {
        super(now);
        with(volunteers);
    }

    Square asking(String name, int steps) {
        return asking(name, steps, Said.COMMUNITY);
    }

    /** Somebody who is locked out so many thousandths of a degree north. */
    Square asking(String name, int steps, String community) {
        RequestSubmitted submitted = submitted(name, steps, community);
        inputs.computeIfAbsent(submitted.requestId(), any -> new ArrayList<>()).add(new Input.Asked(submitted));
        return this;
    }

    Square decided() {
        Rivals.match(inputs, handlings, now, this, matchmaking);
        inputs.forEach((request, told) -> {
            matchmaking.turnTo(request);
            told.forEach(input -> take(request, input));
        });
        inputs.clear();
        return this;
    }

    List<Offer> offers(String name) {
        Handling handling = handlings.get(id(name));
        return handling == null ? List.of() : handling.offers();
    }

    List<String> asked(String name) {
        return offers(name).stream().map(offer -> offer.volunteer().subject()).toList();
    }

    @Override
    public List<Candidate> candidates(Wanted wanted, int atMost) {
        return matchmaking.best(wanted, atMost);
    }

    private void take(UUID request, Input input) {
        Handling handling = handlings.get(request);
        Decision decision = handling == null && input instanceof Input.Asked(RequestSubmitted submitted)
                ? Engine.open(submitted, now, this)
                : Engine.decide(Objects.requireNonNull(handling), input, now, this);
        handlings.put(request, decision.handling());
        decision.offers().forEach(offer -> matchmaking.asked(offer.volunteerId()));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private RequestSubmitted submitted(String name, int steps, String community) {
        RequestSubmitted any = Said.lockedOut(now);
        Position position = new Position(Volunteers.HOME.lat() + steps / 1000.0, Volunteers.HOME.lon());
        return new RequestSubmitted(
                id(name),
                community,
                1,
                any.reference(),
                any.serviceType(),
                any.handledBy(),
                any.skill(),
                any.urgency(),
                any.visibility(),
                any.placePath(),
                position,
                any.floor(),
                any.lift(),
                null,
                name,
                name,
                null,
                null,
                false,
                any.channel(),
                any.checks(),
                now);
    }
}
