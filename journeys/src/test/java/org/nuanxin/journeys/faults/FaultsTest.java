package org.nuanxin.journeys.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Run by {@code ./check --faults}. */
@EnabledIfSystemProperty(named = "faults", matches = "all")
class FaultsTest {
    private static final long FIRST_SEED = 1000;

    private record Strike(Fault fault, long seed) {}

    @Test
    void nothing_is_lost_and_nothing_done_twice() throws Exception {
        Report report = new Report();
        Map<Ground, List<Fault>> chosen = chosen();
        for (Ground ground : Ground.values()) {
            List<Fault> faults = chosen.getOrDefault(ground, List.of());
            if (faults.isEmpty()) continue;
            if (ground.canBeHad()) strike(ground, faults, report);
            else faults.forEach(fault -> System.out.println(fault.name() + ": not struck, " + ground.lacking()));
        }
        report.print();
        assertThat(report.survived()).isTrue();
    }

    /** Round by round, so that no part of a stack is struck again and again without a rest; on several stacks side by side. */
    private static void strike(Ground ground, List<Fault> faults, Report report) throws Exception {
        int seeds = Integer.getInteger("faults.seeds", 5);
        long first = Long.getLong("faults.seed", FIRST_SEED);
        Queue<Strike> strikes = LongStream.range(first, first + seeds)
                .boxed()
                .flatMap(seed -> faults.stream().map(fault -> new Strike(fault, seed)))
                .collect(toCollection(ConcurrentLinkedQueue::new));
        int lanes = Math.min(Integer.getInteger("faults.lanes", 1), strikes.size());
        try (ExecutorService stacks = Executors.newFixedThreadPool(lanes)) {
            List<Future<Object>> running = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                Rig rig = Rig.start(ground, "");
                running.add(stacks.submit(() -> lane(rig, strikes, report)));
            }
            for (Future<Object> lane : running) lane.get();
        }
    }

    private static Object lane(Rig started, Queue<Strike> strikes, Report report) {
        try (Rig rig = started;
                Invariants invariants = new Invariants(rig)) {
            for (Strike next = strikes.poll(); next != null; next = strikes.poll()) {
                report.add(new Trial(rig, invariants, Trial.REQUESTS).of(next.fault(), next.seed()));
            }
            return strikes;
        }
    }

    private static Map<Ground, List<Fault>> chosen() {
        String only = System.getProperty("faults.only", "");
        List<Fault> chosen = Fault.all().stream()
                .filter(fault -> only.isEmpty() || matches(fault.name(), only))
                .toList();
        assertThat(chosen).as("faults named " + only).isNotEmpty();
        return chosen.stream().collect(groupingBy(Fault::ground));
    }

    /** Names, with commas between them and stars for what may follow. */
    private static boolean matches(String name, String only) {
        return Arrays.stream(only.split(","))
                .anyMatch(each -> name.matches(Pattern.quote(each).replace("*", "\\E.*\\Q")));
    }
}
