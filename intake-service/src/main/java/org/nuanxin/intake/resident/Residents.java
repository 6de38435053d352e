package org.nuanxin.intake.resident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nuanxin.intake.sealing.Sealing;
import org.nuanxin.kit.transactions.Sql;

/** The residents' profiles; one who has said nothing yet has an empty one. */
@ApplicationScoped
public class Residents {
    private final Sql sql;
    private final Sealing sealing;

    Residents(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    public Uni<Profile> profileOf(String subject) {
        return sql.query("select profile from resident where subject = $1", subject)
                .map(rows -> rows.isEmpty()
                        ? Profile.EMPTY
                        : sealing.open(rows.getFirst().text(0), Profile.class, owner(subject)));
    }

    Uni<Integer> keep(String subject, Profile profile, Instant now) {
        return sql.update("""
                insert into resident (subject, profile, changed_at) values ($1, $2, $3)
                on conflict (subject) do update set profile = excluded.profile, changed_at = excluded.changed_at
                """, subject, sealing.seal(profile, owner(subject)), now);
    }

    private static String owner(String subject) {
        return "resident:" + subject;
    }
}
