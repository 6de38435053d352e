package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire between two parts, which can be cut: whoever connects to its port reaches the other one. What is held back arrives when
 * the link is mended, as over a network that sends lost packets again; a connection that was cut is gone.
 */
final class Link implements AutoCloseable {
    /** Seen from whoever connected. */
    enum Way {
        THERE,
        BACK
    }

    private final String name;
    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Way> held = EnumSet.noneOf(Way.class);
    private final AtomicInteger answersToLose = new AtomicInteger();
    private boolean refusing;

    Link(String name, int port, int target) {
        this.name = name;
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        try {
            door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String name() {
        return name;
    }

    /** Every connection breaks, and none can be made. */
    synchronized void cut() {
        refusing = true;
        breakAll();
    }

    /** Whatever is sent that way, or those ways, does not arrive for now. */
    synchronized void hold(Set<Way> ways) {
        held.addAll(ways);
    }

    /** The next so many answers are lost, each with its connection: what was asked for has been done. */
    void loseAnswers(int count) {
        answersToLose.set(count);
    }

    synchronized void mend() {
        refusing = false;
        held.clear();
        answersToLose.set(0);
        notifyAll();
    }

    void breakAll() {
        open.forEach(Link::reset);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            if (refuses()) throw new IOException("cut");
            far.connect(target, 5_000);
            far.setTcpNoDelay(true);
            near.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> carry(far, near, Way.BACK));
            carry(near, far, Way.THERE);
            back.join();
        } catch (IOException broken) {
            reset(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reset(far);
            reset(near);
            open.remove(near);
            open.remove(far);
        }
    }

    private void carry(Socket from, Socket to, Way way) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                waitWhileHeld(way);
                if (way == Way.BACK && losesAnswer()) throw new IOException("lost");
                out.write(buffer, 0, read);
            }
            waitWhileHeld(way);
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean losesAnswer() {
        return answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private synchronized boolean refuses() {
        return refusing;
    }

    private synchronized void waitWhileHeld(Way way) throws InterruptedException {
        while (held.contains(way)) wait();
    }

    /** Not an orderly end: the other side must notice. */
    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
