package org.nuanxin.benchmarks.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nuanxin.benchmarks.report.Times;

/** The yardstick: the same three inserts in one transaction, straight into the same PostgreSQL by pgbench. */
final class Pgbench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String TABLES = """
            create schema if not exists bench;
            create table if not exists bench.request (id uuid primary key, reference text, service_type text, place_id text, status text, resident text, submitted_at timestamptz, contact bytea);
            create table if not exists bench.command (caller text, key text, payload text, answer text, at timestamptz, primary key (caller, key));
            create table if not exists bench.journal (id bigint generated always as identity primary key, event_id uuid, topic text, key text, type text, subject text, at timestamptz, payload text);
            """;
    private static final String TRANSACTION = """
            begin;
            insert into bench.request values (gen_random_uuid(), 'NX-7K3F-92QD', 'haircut-at-home', 'grid-1-1-01', 'submitted', 'resident-1', clock_timestamp(), decode(repeat('ab', 150), 'hex'));
            insert into bench.command values ('resident-1', gen_random_uuid()::text, repeat('a', 64), repeat('b', 500), clock_timestamp());
            insert into bench.journal (event_id, topic, key, type, subject, at, payload) values (gen_random_uuid(), 'intake.requests.v1', 'community-1', 'RequestSubmitted', gen_random_uuid()::text, clock_timestamp(), repeat('c', 700));
            commit;
            """;

    private final String host;
    private final String port;
    private final Path script;

    Pgbench(String address, Path folder) throws IOException, InterruptedException {
        this.host = address.substring(0, address.lastIndexOf(':'));
        this.port = address.substring(address.lastIndexOf(':') + 1);
        this.script = Files.writeString(Files.createDirectories(folder).resolve("submission.sql"), TRANSACTION);
        call("psql", "-q", "-v", "client_min_messages=warning", "-c", TABLES);
    }

    /** Transactions a second that so many connections reach. */
    double perSecond(int connections, Duration during) throws IOException, InterruptedException {
        Matcher tps = TPS.matcher(bench(connections, during));
        if (!tps.find()) {
            throw new IOException("pgbench printed no tps");
        }
        return Double.parseDouble(tps.group(1));
    }

    /** How long a transaction takes at a given rate, from when it should have begun. */
    Times at(double perSecond, int connections, Duration during) throws IOException, InterruptedException {
        Path prefix = script.resolveSibling("latency");
        bench(connections, during, "-R", String.valueOf(perSecond), "-l", "--log-prefix=" + prefix);
        Times times = new Times();
        try (Stream<Path> logs = Files.list(script.getParent())) {
            for (Path log : logs.filter(file -> file.getFileName().toString().startsWith("latency."))
                    .toList()) {
                // client, transaction, latency in microseconds (schedule lag included), …
                Files.readAllLines(log)
                        .forEach(line -> times.record(Duration.ofNanos(1000 * Long.parseLong(line.split(" ")[2]))));
                Files.delete(log);
            }
        }
        return times;
    }

    private String bench(int connections, Duration during, String... further) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-f", script.toString()));
        command.addAll(List.of("-c", String.valueOf(connections), "-j", "2", "-T", String.valueOf(during.toSeconds())));
        command.addAll(List.of(further));
        return call(command.toArray(String[]::new));
    }

    private String call(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(1, List.of("-h", host, "-p", port, "-U", "intake"));
        whole.add("intake");
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "intake");
        Process process = start(builder);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed: " + output);
        }
        return output;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("psql and pgbench are needed on the PATH (Debian: postgresql-client, postgresql)", e);
        }
    }
}
