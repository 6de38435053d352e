package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The clocks of the services, each of which can be set wrong while it runs; those of the stores stay right. */
final class Clocks {
    private final Path folder;

    Clocks() throws IOException {
        folder = Files.createTempDirectory("nuanxin-clocks");
    }

    /** The JVM option by which the services' clocks obey. */
    String option() throws IOException {
        return AgentJar.option(ClockAgent.class, folder, folder);
    }

    /** How far it goes wrong from now on, ahead or, negative, behind. */
    void set(String service, Duration error) throws IOException {
        String seconds = String.valueOf(error.toSeconds());
        Path said = Files.writeString(folder.resolve("next"), seconds);
        Files.move(said, folder.resolve(service), StandardCopyOption.ATOMIC_MOVE);
        Path obeyed = folder.resolve(service + ".obeyed");
        Wait.that(service + " to have another time", () -> said(obeyed).equals(seconds));
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
