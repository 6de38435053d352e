package org.nuanxin.dispatch.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The versions of policies that people have set, as they set them. */
@ApplicationScoped
class PolicyVersions {
    private static final String ALL = "select scope, version, body from policy";
    private static final String COUNT = "select (select count(*) from policy) + (select count(*) from calendar)";
    private static final String LOCK = "lock table policy, calendar in share row exclusive mode";
    private static final String ADD = """
            insert into policy (scope, version, body, set_by, set_at)
            values ($1, $2, $3::jsonb, $4, $5)
            """;

    private final Sql sql;
    private final ObjectMapper json;

    PolicyVersions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Uni<List<PolicyParts>> all() {
        return sql.query(this::parts, ALL);
    }

    /** How many versions there are of policies and calendars together. */
    Uni<Long> count() {
        return sql.query(row -> row.longValue(0), COUNT).map(List::getFirst);
    }

    /** Until the transaction ends nobody else sets a policy or a calendar: two that fit by themselves may not fit together. */
    Uni<Void> alone() {
        return sql.update(LOCK).replaceWithVoid();
    }

    Uni<Void> add(PolicyParts parts, String by, Instant now) {
        PolicyKey key = Objects.requireNonNull(parts.key());
        return sql.update(ADD, key.scope(), key.version(), write(parts), by, now)
                .replaceWithVoid();
    }

    private PolicyParts parts(SqlRow row) {
        try {
            return json.readValue(row.text(2), PolicyParts.class).with(new PolicyKey(row.text(0), row.integer(1)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(PolicyParts parts) {
        try {
            return json.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
