package org.nuanxin.stack.front;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service: calls go round, and to whoever is away only when nobody else is left. */
final class Instances {
    private final List<SocketAddress> all;
    private final Set<SocketAddress> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<SocketAddress> all) {
        this.all = List.copyOf(all);
    }

    List<SocketAddress> all() {
        return all;
    }

    /** All of them, in the order in which a call should try them. */
    Deque<SocketAddress> inTurn() {
        Deque<SocketAddress> order = new ArrayDeque<>(all.size());
        Deque<SocketAddress> last = new ArrayDeque<>();
        int first = turn.getAndIncrement();
        for (int i = 0; i < all.size(); i++) {
            SocketAddress instance = all.get(Math.floorMod(first + i, all.size()));
            (away.contains(instance) ? last : order).add(instance);
        }
        order.addAll(last);
        return order;
    }

    void isAway(SocketAddress instance) {
        away.add(instance);
    }

    void isBack(SocketAddress instance) {
        away.remove(instance);
    }
}
