package org.nuanxin.stack.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at the same time. */
public final class Together {
    /** Work that may fail as it likes. */
    public interface Work {
        void run() throws Exception;
    }

    private Together() {}

    public static void run(Work... works) {
        run(works.length, List.of(works));
    }

    /** Returns when all is done; when one fails, the others are interrupted and its reason is thrown. */
    public static void run(int atATime, List<Work> works) {
        if (works.isEmpty()) return;
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (Work work : works) pending.add(threads.submit(() -> done(work)));
            for (Future<?> each : pending) each.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotStart sentence) throw sentence;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean done(Work work) throws Exception {
        work.run();
        return true;
    }
}
