package org.nuanxin.intake.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/** A copy in memory of what every request needs and hardly ever changes; a change by another instance is seen within a second. */
public final class Snapshot<T> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final DirectoryVersion version;
    private final Supplier<Uni<T>> load;
    private final Loop loop;
    private volatile @Nullable Loaded<T> loaded;

    private record Loaded<T>(long version, T value) {}

    /** @param load reads it whole, in the session it is called in */
    public Snapshot(
            String name, Vertx vertx, Transactions transactions, DirectoryVersion version, Supplier<Uni<T>> load) {
        this.transactions = transactions;
        this.version = version;
        this.load = load;
        this.loop = new Loop(name, vertx, () -> refresh().replaceWith(LOOK_AGAIN));
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop(() -> {});
    }

    public Uni<T> get() {
        Loaded<T> known = loaded;
        return known == null ? refresh() : Uni.createFrom().item(known.value());
    }

    /** Reads it anew where it has changed. */
    public Uni<T> refresh() {
        return transactions.read(() -> version.current().chain(this::upTo));
    }

    // the version is read first: what is read after it is at least as new
    private Uni<T> upTo(long newest) {
        Loaded<T> known = loaded;
        return known != null && known.version() >= newest
                ? Uni.createFrom().item(known.value())
                : load.get().invoke(value -> keep(new Loaded<>(newest, value)));
    }

    private synchronized void keep(Loaded<T> fresh) {
        Loaded<T> known = loaded;
        if (known == null || known.version() < fresh.version()) {
            loaded = fresh;
        }
    }
}
