package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Residents who ask and helpers who come, with a kind of help to themselves, for the time of one trial. */
final class Street implements AutoCloseable {
    private static final int HELPERS = 5;
    private static final int OFTEN = 1_000_000;
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final List<Life.Wish> WISHES = List.of(
            Life.Wish.HELP,
            Life.Wish.HELP,
            Life.Wish.HELP,
            Life.Wish.HELP,
            Life.Wish.HELP,
            Life.Wish.WITHDRAWAL,
            Life.Wish.SECOND_TRY,
            Life.Wish.SILENCE);

    private final History history = new History();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String type = "faults-" + run;
    private final Rig rig;
    private final Chance chance;
    private final Person administrator;
    private final Person supervisor;
    private final Person gridWorker;
    private final List<Helper> helpers;
    private final List<Future<?>> lives = new ArrayList<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private CountDownLatch begun = new CountDownLatch(0);

    private Street(Rig rig, Chance chance) {
        this.rig = rig;
        this.chance = chance;
        administrator = new Person(rig, history, "administrator-1");
        supervisor = new Person(rig, history, "supervisor-1");
        gridWorker = new Person(rig, history, "grid-worker-1");
        helpers = IntStream.range(0, HELPERS)
                .mapToObj(number -> new Helper(administrator.actingFor("helper-" + run + "-" + number), number))
                .toList();
    }

    /** Everybody is known to all services when this returns. */
    static Street open(Rig rig, Chance chance) {
        Street street = new Street(rig, chance);
        street.settle();
        return street;
    }

    private void settle() {
        Map<String, Object> definition = new HashMap<>();
        definition.put("name", Map.of("zh", "跑腿", "en", "Errand"));
        definition.put("handledBy", "VOLUNTEERS");
        definition.put("skill", "skill-" + run);
        definition.put("urgency", "ORDINARY");
        definition.put("visibility", "PERSONAL");
        definition.put("questions", List.of());
        definition.put("checks", List.of());
        definition.put("fee", Map.of("zh", "免费", "en", "free of charge"));
        administrator.ok("PUT", "/service-types/" + type, definition);
        helpers.forEach(helper -> helper.joins(supervisor, "skill-" + run));
        Store dispatch = rig.store("dispatch");
        Wait.that("the helpers to be known", () -> dispatch.count("""
                        select count(*) from volunteer where profile ->> 'onDuty' = 'true' and profile::text like '%skill-""" + run + "%'") == HELPERS);
        mayBeAskedOften();
    }

    /** The same few are asked by all, at any hour: in a night nobody else would be asked as often. */
    private void mayBeAskedOften() {
        ObjectNode policy = (ObjectNode) administrator.ok("GET", "/policies/default-ordinary", "");
        policy.putObject("limits").put("byDay", OFTEN).put("byNight", OFTEN);
        Wait.that(
                "the kind of help to be known to dispatch",
                () -> administrator
                        .word("PUT", "/policies/community-1:" + type + ":ordinary", policy, Map.of())
                        .yes());
    }

    /** Requests come, one after the other, and live; this returns at once. */
    void lives(int requests) {
        helpers.forEach(helper -> people.execute(() -> looksAgainAndAgain(helper)));
        begun = new CountDownLatch(requests);
        people.execute(() -> IntStream.range(0, requests).forEach(this::begins));
    }

    private void begins(int number) {
        Life life = new Life(this, resident(number), chance.oneOf(WISHES), chance);
        begin(life::isLived);
        begun.countDown();
        Wait.pass(EVERY);
    }

    /** What somebody else has submitted lives on like the others. */
    void livesOn(String request, Person resident) {
        Life life = new Life(this, resident, Life.Wish.HELP, chance);
        begin(() -> life.goesOn(request));
    }

    private void begin(Runnable life) {
        synchronized (lives) {
            lives.add(people.submit(life));
        }
    }

    private void looksAgainAndAgain(Helper helper) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                helper.looks();
            } catch (IllegalStateException interrupted) {
                return;
            }
            Wait.pass(BETWEEN_LOOKS);
        }
    }

    Person resident(int number) {
        return administrator.actingFor("resident-" + run + "-" + number);
    }

    /** The id of the request; asked again with the same key until there is an answer. */
    String submits(Person resident, String key) {
        Calls.Answer answer = resident.word("POST", "/requests", errand(), Map.of("Idempotency-Key", key));
        if (!answer.yes()) throw new IllegalStateException("a submission was refused: " + answer);
        String request = answer.body().path("id").asText();
        history.submitted(key, request);
        return request;
    }

    Map<String, Object> errand() {
        return Map.of(
                "serviceType",
                type,
                "placeId",
                "grid-1-1-01",
                "address",
                Map.of("text", "金丝雀弄9号"),
                "contact",
                Map.of("name", "金丝雀李雅琴", "phone", "13900427100"));
    }

    /** Until every request has come to its end. */
    void awaitEnd() {
        long end = System.nanoTime() + Wait.LONGEST.toNanos();
        try {
            begun.await();
            for (Future<?> life : lives()) life.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a request did not come to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<?>> lives() {
        synchronized (lives) {
            return List.copyOf(lives);
        }
    }

    String type() {
        return type;
    }

    History history() {
        return history;
    }

    List<Helper> helpers() {
        return helpers;
    }

    Person administrator() {
        return administrator;
    }

    Person desk() {
        return gridWorker;
    }

    Person supervisor() {
        return supervisor;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
