package org.nuanxin.journeys.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own, in memory. Only an administrator of the machine can have one. */
final class Disk implements AutoCloseable {
    private static final String MOUNT_PROGRAM = "mount";
    private static final String UNMOUNT_PROGRAM = "umount";
    private static final String SIZE = "1500m";

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /** In the place of an empty folder. */
    static Disk at(Path folder) throws IOException {
        run(MOUNT_PROGRAM, "-t", "tmpfs", "-o", "size=" + SIZE, "nuanxin-faults", folder.toString());
        return new Disk(folder);
    }

    /** Whether this machine lets us. */
    static boolean canBeMade() throws IOException {
        Path folder = Files.createTempDirectory("nuanxin-disk");
        try {
            at(folder).close();
            return true;
        } catch (IOException notAllowed) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    /** To the last byte, and again where something has been given back. */
    void fill() throws IOException {
        byte[] zeros = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) out.write(zeros);
        } catch (IOException full) {
            return;
        }
    }

    void clear() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        run(UNMOUNT_PROGRAM, folder.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (process.waitFor() != 0)
                throw new IOException(String.join(" ", command) + ": "
                        + new String(process.getInputStream().readAllBytes(), UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
