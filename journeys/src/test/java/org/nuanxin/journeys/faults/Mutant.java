package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A product from which one of its guards has been taken out: only what is loaded is changed, and only in words handed to the
 * database.
 *
 * @param words what they are replaced by
 * @param spared the service that is left as it is, if any: one that could not do anything at all would tell nothing
 * @param faults those of which at least one must tell
 */
record Mutant(String name, String type, Map<String, String> words, String spared, List<String> faults) {
    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "inbox",
                        "org/nuanxin/kit/inbox/Marks",
                        Map.of("on conflict do nothing", "on conflict (event_id) do update set at = now()"),
                        "",
                        List.of("delivered-ten-times")),
                new Mutant(
                        "row-lock",
                        "org/nuanxin/dispatch/dispatches/Dispatches",
                        Map.of("order by request_id for update", "order by request_id"),
                        "",
                        List.of("all-accept-at-once", "accepted-and-withdrawn", "accepted-and-assigned")),
                new Mutant(
                        "transaction",
                        "io/vertx/sqlclient/impl/command/TxCommand$Kind",
                        Map.of("BEGIN", "SELECT 1", "COMMIT", "SELECT 2", "ROLLBACK", "SELECT 3"),
                        "dispatch", // locks a table to set a policy
                        List.of(
                                "killed-intake",
                                "cut-intake-postgres",
                                "cut-feedback-postgres",
                                "answers-lost-postgres")));
    }

    /** The JVM option that brings it about. */
    String option() {
        try {
            Path folder = Files.createTempDirectory("nuanxin-mutant");
            Path about = folder.resolve("mutant.properties");
            try (Writer writer = Files.newBufferedWriter(about)) {
                described().store(writer, name);
            }
            return AgentJar.option(MutatingAgent.class, folder, about);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties described() {
        Properties described = new Properties();
        described.setProperty("class", type);
        described.setProperty("spared", spared);
        int number = 0;
        for (Map.Entry<String, String> word : words.entrySet()) {
            number++;
            described.setProperty("from." + number, word.getKey());
            described.setProperty("to." + number, word.getValue());
        }
        return described;
    }

    /** Whether a service has really been changed. */
    boolean isIn(Rig rig) {
        try (Stream<Path> logs = Files.list(rig.logs())) {
            return logs.anyMatch(Mutant::tellsOfIt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tellsOfIt(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.startsWith("mutated: "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
