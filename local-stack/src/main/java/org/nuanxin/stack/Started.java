package org.nuanxin.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be stopped in the reverse order. */
final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closing;

    /** A part that comes up while the others are being stopped is stopped at once. */
    <T extends AutoCloseable> T add(T part) {
        synchronized (this) {
            if (!closing) {
                parts.push(part);
                return part;
            }
        }
        stop(part);
        return part;
    }

    synchronized boolean something() {
        return !parts.isEmpty();
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        while (!parts.isEmpty()) stop(parts.pop());
    }

    /** The others are stopped even where one will not. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.getLogger(Started.class.getName()).log(System.Logger.Level.WARNING, "not stopped in order", e);
        }
    }
}
