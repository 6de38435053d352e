package org.nuanxin.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nuanxin.kit.transactions.Sql;

/** Grows with every definition of a place or a service type. */
@ApplicationScoped
public class DirectoryVersion {
    private final Sql sql;

    DirectoryVersion(Sql sql) {
        this.sql = sql;
    }

    /** The next version; until the commit no other definition is made, so that no two of them make a cycle together. */
    public Uni<Long> next() {
        return sql.query("update directory set version = version + 1 returning version")
                .map(rows -> rows.getFirst().longValue(0));
    }

    Uni<Long> current() {
        return sql.query("select version from directory")
                .map(rows -> rows.getFirst().longValue(0));
    }
}
