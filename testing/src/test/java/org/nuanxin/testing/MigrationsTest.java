package org.nuanxin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During a release the last one still works on the schema of the new one. So what has been released is not changed, and what is new
 * takes nothing away, unless it says why that may be: {@code -- breaking: nobody has read this since ...}
 */
class MigrationsTest {
    static final Path ROOT = Path.of("..");
    static final Path RELEASED = Path.of("src/test/resources/released/migrations.sha256");
    static final List<Pattern> BREAKING = Stream.of(
                    "^drop (table|view|index|type|sequence)",
                    "\\bdrop (column|constraint)\\b",
                    "\\brename\\b",
                    "\\balter (column )?\\w+ (set data )?type\\b",
                    "\\bset not null\\b",
                    "^truncate\\b",
                    "\\badd (column )?(if not exists )?(?!constraint\\b)(?![^,]*\\b(default|generated)\\b)\\w+ [^,]*\\bnot null\\b",
                    "\\badd (constraint \\w+ )?(check|unique|foreign|primary|exclude)\\b",
                    "^create unique index (concurrently )?\\w+ on")
            .map(Pattern::compile)
            .toList();

    @Test
    void that_were_released_are_as_they_were() throws IOException {
        Map<Path, String> today =
                migrations().stream().collect(Collectors.toMap(file -> ROOT.relativize(file), MigrationsTest::digest));

        assertThat(released())
                .allSatisfy(
                        (file, digest) -> assertThat(today).as(file.toString()).containsEntry(file, digest));
    }

    @Test
    void that_are_new_take_nothing_away() throws IOException {
        Map<Path, String> released = released();

        assertThat(migrations().stream()
                        .filter(file -> !released.containsKey(ROOT.relativize(file)))
                        .flatMap(file -> breaking(read(file)).map(found -> file + ": " + found)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table offer;",
                "alter table offer drop column wait;",
                "alter table offer rename column wait to pause;",
                "alter table offer alter column wait type text;",
                "alter table offer alter wait set not null;",
                "alter table offer add column wait int not null;",
                "alter table offer add constraint short check (wait < 5);",
                "create unique index offer_once on offer (request_id);"
            })
    void that_take_something_away_are_noticed(String statement) {
        assertThat(breaking(statement)).isNotEmpty();
        assertThat(breaking("-- breaking: nobody writes this any more\n" + statement))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table offer add column wait int;",
                "alter table offer add column wait int not null default 0;",
                "create index offer_wait on offer (wait);",
                "create table offer (wait int not null); create unique index offer_once on offer (wait);"
            })
    void that_add_something_pass(String statement) {
        assertThat(breaking(statement)).isEmpty();
    }

    private static Stream<String> breaking(String sql) {
        if (sql.contains("-- breaking:")) return Stream.empty();
        String words = sql.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Stream.of(words.split(";"))
                .map(String::strip)
                .filter(statement -> !concernsNewTable(statement, words))
                .filter(statement -> BREAKING.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()));
    }

    /** What the same migration creates, nobody has used before. */
    private static boolean concernsNewTable(String statement, String words) {
        var index = Pattern.compile("^create unique index \\w+ on (\\w+)").matcher(statement);
        return index.find() && words.contains("create table " + index.group(1) + " ");
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT, 8, (file, _) -> file.toString().matches(".*/src/main/resources/db/\\w+/V\\d+__\\w+\\.sql"))) {
            return files.sorted().toList();
        }
    }

    private static Map<Path, String> released() throws IOException {
        return Files.readAllLines(RELEASED).stream()
                .map(line -> line.split("  "))
                .collect(Collectors.toMap(words -> Path.of(words[1]), words -> words[0]));
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(read(file).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
