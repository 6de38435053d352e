package org.nuanxin.kit.transactions;

import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose answer decides nothing: PostgreSQL carries it out, or the whole transaction fails. So nobody has to wait for it
 * before the commit is sent.
 */
public final class Write {
    private static final Logger LOG = Logger.getLogger(Write.class);

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

    /** Tells what the statement returns, before the transaction has ended; a failure of whoever is told is logged. */
    public Write telling(Consumer<List<SqlRow>> whom) {
        return this == NOTHING ? this : new Write(statement, parameters, whom);
    }

    void answered(List<SqlRow> rows) {
        try {
            listener.accept(rows);
        } catch (RuntimeException e) {
            LOG.error("told of what was written", e);
        }
    }
}
