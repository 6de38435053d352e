package org.nuanxin.stack.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;
import org.nuanxin.stack.store.Archive;
import org.nuanxin.stack.store.BaseBackup;
import org.nuanxin.stack.store.Restoration;

/** What {@code ./recover} runs; its help says what each command does. */
public final class Main {
    private static final String USAGE =
            "One of: refill [service...] [--since TIME], rebuild feedback, backup FOLDER, restore FOLDER [--until TIME]: see ./recover --help.";

    private final Path home;
    private final Console console;

    private Main(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Console console = new Console(System.out);
        Path home = Path.of(Optional.ofNullable(System.getenv("NUANXIN_HOME")).orElse(".nuanxin"));
        try {
            new Main(home.toAbsolutePath(), console).run(new ArrayList<>(List.of(arguments)));
        } catch (CannotStart e) {
            console.line(e.sentence());
            System.exit(1);
        } catch (IOException | SQLException e) {
            console.line("It did not work: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(List<String> arguments) throws IOException, SQLException, InterruptedException {
        Optional<Instant> since = time("--since", arguments);
        Optional<Instant> until = time("--until", arguments);
        if (arguments.isEmpty()) throw new CannotStart(USAGE);
        String command = arguments.removeFirst();
        if (command.equals("refill") && Service.labels().containsAll(arguments)) {
            List<String> services = arguments.isEmpty() ? Service.labels() : arguments;
            new Journals(Databases.of(home), console).sendAgain(services, since.orElse(Instant.EPOCH));
        } else if (command.equals("rebuild") && arguments.equals(List.of("feedback"))) {
            new Rates(Databases.of(home), console).rebuild();
        } else if (command.equals("backup") && arguments.size() == 1) {
            backUp(new Archive(Path.of(arguments.getFirst()).toAbsolutePath()));
        } else if (command.equals("restore") && arguments.size() == 1) {
            restore(new Archive(Path.of(arguments.getFirst()).toAbsolutePath()), until);
        } else {
            throw new CannotStart(USAGE);
        }
    }

    private void backUp(Archive archive) throws IOException, SQLException {
        Path backup = BaseBackup.take(home, Databases.of(home).server(), archive);
        console.say("postgres", "backed up to %s; from here on it can be brought back to any time".formatted(backup));
        console.say("keys", "in %s are not part of it: keep them elsewhere".formatted(home.resolve("keys")));
    }

    private void restore(Archive archive, Optional<Instant> until) throws IOException, SQLException {
        try (Home held = Home.open(home, false)) {
            Restoration.of(held, archive, console).to(until);
        }
        console.line("restored: ./start now fills Kafka again from the journals");
    }

    private static Optional<Instant> time(String option, List<String> arguments) {
        int place = arguments.indexOf(option);
        if (place < 0) return Optional.empty();
        arguments.remove(place);
        if (place == arguments.size()) throw new CannotStart("%s needs a time.".formatted(option));
        String typed = arguments.remove(place);
        try {
            return Optional.of(Instant.parse(typed));
        } catch (DateTimeParseException e) {
            throw new CannotStart("%s needs a time such as 2026-11-22T08:30:00Z, not %s.".formatted(option, typed), e);
        }
    }
}
