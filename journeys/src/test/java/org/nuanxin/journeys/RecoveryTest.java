package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Something has been lost, and is brought back by the commands of {@code docs/operations.md}, one after the other. */
@EnabledIfSystemProperty(named = "journeys.archive", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryTest {
    static final String ARCHIVE = System.getProperty("journeys.archive");
    static final int REQUESTS = 40;

    final Stack stack = Stack.running();
    final Crowd earlier = new Crowd(REQUESTS);
    final Crowd later = new Crowd(REQUESTS);

    @Test
    @Order(1)
    void the_databases_come_back_to_a_time_and_kafka_with_them() throws Exception {
        live(earlier);
        recover("backup", ARCHIVE);
        live(later);
        Instant time = Instant.now();
        String lost = new Resident(3).asks(Map.of("serviceType", "haircut-at-home"));

        stack.whileStopped(() -> recover("restore", ARCHIVE, "--until", time.toString()), "--archive", ARCHIVE);

        assertThat(new Resident(3).get("/requests/" + lost).status()).isEqualTo(404);
        earlier.everythingTookEffectOnce();
        later.everythingTookEffectOnce();
        live(new Crowd(REQUESTS));
    }

    @Test
    @Order(2)
    void what_kafka_has_lost_is_sent_again_at_the_next_start() throws Exception {
        long said = Said.byNow().count();

        stack.whileStopped(() -> delete(stack.home().resolve("kafka")));

        assertThat(Said.byNow().count()).isEqualTo(said);
        earlier.everythingTookEffectOnce();
        live(new Crowd(REQUESTS));
    }

    @Test
    @Order(3)
    void what_is_sent_again_while_people_work_takes_no_effect_twice() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();

        crowd.livesThrough(() -> recover("refill"));

        crowd.everythingTookEffectOnce();
        earlier.everythingTookEffectOnce();
    }

    @Test
    @Order(4)
    void the_rates_are_made_anew_and_come_out_the_same() throws Exception {
        recover("rebuild", "feedback");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(earlier::theRatesAreExact);
        later.everythingTookEffectOnce();
        live(new Crowd(REQUESTS));
    }

    private static void live(Crowd crowd) throws Exception {
        crowd.gathers().livesThrough(() -> {});
        crowd.everythingTookEffectOnce();
    }

    private void recover(String... arguments) {
        List<String> command = new ArrayList<>(List.of("../recover"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NUANXIN_HOME", stack.home().toString());
        try {
            Process process = builder.start();
            System.out.println("./recover " + String.join(" ", arguments));
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(System.out::println);
            }
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
