package org.nuanxin.dispatch.staff;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The rows of the duty roster. */
@ApplicationScoped
class Staff {
    private static final String ALL = "select subject, role, places, on_duty, language from staff";
    private static final String PUT = """
            insert into staff (subject, role, places, on_duty, language) values ($1, $2, $3, $4, $5)
            on conflict (subject) do update set
                role = excluded.role, places = excluded.places, on_duty = excluded.on_duty, language = excluded.language
            """;

    private final Sql sql;

    Staff(Sql sql) {
        this.sql = sql;
    }

    Uni<List<StaffMember>> all() {
        return sql.query(Staff::member, ALL + " order by subject");
    }

    Uni<Optional<StaffMember>> find(String subject) {
        return sql.query(Staff::member, ALL + " where subject = $1", subject)
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Void> put(StaffMember member) {
        return sql.update(
                        PUT,
                        member.subject(),
                        member.role(),
                        Sql.texts(member.places()),
                        member.onDuty(),
                        member.language())
                .replaceWithVoid();
    }

    private static StaffMember member(SqlRow row) {
        return new StaffMember(row.text(0), row.text(1), row.texts(2), row.bool(3), row.textOrNull(4));
    }
}
