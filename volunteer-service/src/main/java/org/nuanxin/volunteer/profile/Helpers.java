package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.Holder;
import org.nuanxin.kit.transactions.Sql;

/** Helpers as residents see them. */
@ApplicationScoped
public class Helpers {
    private final Sql sql;

    Helpers(Sql sql) {
        this.sql = sql;
    }

    /** How a helper is called, and whether a supervisor has let them in. */
    public record Called(String displayName, boolean verified) {}

    /** Volunteers are called by their surname and 师傅, partners by their own name; read in the current session. */
    public Uni<Optional<Called>> called(UUID volunteerId) {
        return sql.query(
                        row -> new Called(name(row.text(0), Holder.Kind.valueOf(row.text(1))), row.bool(2)),
                        "select display_name, kind, verified from volunteer where volunteer_id = $1",
                        volunteerId)
                .map(found -> found.stream().findFirst());
    }

    static String name(String displayName, Holder.Kind kind) {
        return kind == Holder.Kind.PARTNER
                ? displayName
                : Character.toString(displayName.strip().codePointAt(0)) + "师傅";
    }
}
