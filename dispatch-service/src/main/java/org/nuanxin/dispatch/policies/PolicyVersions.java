package org.nuanxin.dispatch.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The versions of policies that people have set, as they set them. */
@ApplicationScoped
class PolicyVersions {
    private static final String ALL = "select scope, version, body from policy";
    private static final String ADD = """
            insert into policy (scope, version, body, set_by, set_at)
            values ($1, $2, $3::jsonb, $4, $5)
            on conflict do nothing
            """;

    private final Sql sql;
    private final ObjectMapper json;

    PolicyVersions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Uni<List<Policy>> all() {
        return sql.query(this::policy, ALL);
    }

    Uni<Optional<Policy>> newest(String scope) {
        return sql.query(this::policy, ALL + " where scope = $1 order by version desc limit 1", scope)
                .map(rows -> rows.stream().findFirst());
    }

    /** Fails with {@link PolicyChangedMeanwhile} where somebody else has set this version. */
    Uni<Void> add(Policy policy, String by, Instant now) {
        return sql.update(ADD, policy.key().scope(), policy.key().version(), write(policy), by, now)
                .invoke(added -> {
                    if (added == 0) throw new PolicyChangedMeanwhile();
                })
                .replaceWithVoid();
    }

    private Policy policy(SqlRow row) {
        try {
            return json.readValue(row.text(2), Policy.class).with(new PolicyKey(row.text(0), row.integer(1)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Policy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
