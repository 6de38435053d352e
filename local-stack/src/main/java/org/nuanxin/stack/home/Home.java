package org.nuanxin.stack.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.nuanxin.stack.processes.Pids;
import org.nuanxin.stack.start.CannotStart;

/** The data folder (NUANXIN_HOME) of one stack. One launcher at a time holds it; the lock goes with its process. */
public final class Home implements AutoCloseable {
    private static final String DEMO_LOADED = "demo-loaded";
    private static final String REFILL_NEEDED = "refill-needed";
    private static final List<String> CONTENTS =
            List.of("postgres", "kafka", "logs", "keys", "run", DEMO_LOADED, REFILL_NEEDED);
    private static final long ROOM_NEEDED = 1L << 30;
    private static final long LONG_LOG = 20L << 20;

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes hold of the folder and ends what an earlier, killed launcher left running from it.
     *
     * @param fresh whether all earlier data are deleted first
     */
    public static Home open(Path folder, boolean fresh) {
        try {
            Files.createDirectories(folder);
            Home home = new Home(folder, held(folder));
            home.pids().stopOrphans();
            if (fresh) home.wipe();
            for (String part : List.of("logs", "keys", "run")) Files.createDirectories(folder.resolve(part));
            home.setAsideLongLogs();
            home.requireRoom();
            return home;
        } catch (IOException e) {
            throw new CannotStart(
                    "%s cannot be written (%s): point NUANXIN_HOME at another folder."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static FileChannel held(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel)) return channel;
        channel.close();
        throw new CannotStart("Nuanxin already runs on the data in %s: %s (stop it with Ctrl-C where it was started, "
                        .formatted(folder, Addresses.read(folder.resolve("run")).front())
                + "or set NUANXIN_HOME and --port-base for a second one).");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return false;
        }
    }

    private void wipe() throws IOException {
        for (String part : CONTENTS) Folders.delete(folder.resolve(part));
    }

    private void setAsideLongLogs() throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder("logs"), "*.log")) {
            for (Path log : logs) {
                Path old = log.resolveSibling(log.getFileName() + ".old");
                if (Files.size(log) > LONG_LOG) Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void requireRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM_NEEDED) {
            throw new CannotStart(
                    "The disk of %s has only %d MB left: free at least 1 GB, or point NUANXIN_HOME elsewhere."
                            .formatted(folder, room >> 20));
        }
    }

    public Path folder(String name) {
        return folder.resolve(name);
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    public Pids pids() {
        return new Pids(folder.resolve("run"));
    }

    /** Stands once all the demo data are there. */
    public Mark demoLoaded() {
        return new Mark(folder.resolve(DEMO_LOADED));
    }

    /** Stands while Kafka may lack what the databases know. */
    public Mark refillNeeded() {
        return new Mark(folder.resolve(REFILL_NEEDED));
    }

    public Secrets secrets() {
        return new Secrets(folder.resolve("keys"));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("run").resolve(Addresses.FILE));
            lock.close();
        } catch (IOException e) {
            throw new CannotStart("The lock in %s could not be released.".formatted(folder), e);
        }
    }
}
