package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import org.nuanxin.benchmarks.stack.RunningStack;

/** dispatch-service as it is. */
final class Nuanxin implements Contestant {
    private final RunningStack stack;
    private final Database database;

    Nuanxin(RunningStack stack, Database database) {
        this.stack = stack;
        this.database = database;
    }

    @Override
    public String name() {
        return "nuanxin";
    }

    @Override
    public void load() {
        // a row of its table is all it needs, and would be fired at once
    }

    @Override
    public void start() throws SQLException {
        database.run("insert into timer (subject, kind, due_at) select subject, kind, due_at from bench.due");
    }

    @Override
    public void stop() throws SQLException {
        database.run("delete from timer where due_at < now() + interval '1 hour'");
    }

    @Override
    public long pid() throws IOException {
        return stack.pid("dispatch");
    }
}
