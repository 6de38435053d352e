package org.nuanxin.kit.transactions;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose answer decides nothing: PostgreSQL carries it out, or the whole transaction fails. So nobody has to wait for it
 * before the commit is sent.
 */
public final class Write {
    /** Where there is nothing to write. */
    public static final Write NOTHING = new Write("", new Object[0], _ -> {});

    final String statement;

    @Nullable
    final Object[] parameters;

    private final Consumer<List<SqlRow>> listener;

    private Write(String statement, @Nullable Object[] parameters, Consumer<List<SqlRow>> listener) {
        this.statement = statement;
        this.parameters = parameters;
        this.listener = listener;
    }

    /** Refuses at once what PostgreSQL cannot keep; parameters are as for {@link Sql}. */
    public static Write of(String statement, @Nullable Object... parameters) {
        return new Write(statement, Sql.bind(parameters), _ -> {});
    }

    /** Tells what the statement returns, before or after the commit: whoever hears of it must not fail. */
    public Write telling(Consumer<List<SqlRow>> whom) {
        return new Write(statement, parameters, whom);
    }

    void answered(List<SqlRow> rows) {
        listener.accept(rows);
    }
}
