package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Failures;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.Write;

/**
 * Carries out a command once per caller and Idempotency-Key. The answer is stored in the command's transaction: a concurrent
 * twin waits for it and gets the same answer; the same key with another payload is refused with 422.
 */
@ApplicationScoped
public class Commands {
    private static final int LONGEST_KEY = 200;
    // a twin waits here until the first has committed or given up
    private static final String CLAIM = """
            insert into command (caller, key, payload, at) values ($1, $2, $3, $4)
            on conflict do nothing
            returning key
            """;

    // sorted, so that two groups with the same keys wait for, and never deadlock, each other; not for long, since
    // everybody in the group waits with them
    private static final String CLAIM_ALL = """
            with patience as materialized (select set_config('lock_timeout', '1s', true))
            insert into command (caller, key, payload, at, answer)
            select caller, key, payload, $5, answer
            from patience, unnest($1::text[], $2::text[], $3::text[], $4::text[]) as c(caller, key, payload, answer)
            order by caller, key
            """;
    private static final String CLAIM_UNUSED = CLAIM_ALL + "on conflict do nothing returning caller, key, payload";

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;

    Commands(Transactions transactions, Sql sql, ObjectMapper json) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
    }

    /**
     * @param key the Idempotency-Key, at most 200 characters; null: the command is carried out each time
     * @param payload what was sent, to be compared
     * @param answerType how the stored answer is read back
     * @param work runs in the transaction; its result is the answer
     */
    public <T> Uni<T> once(
            String caller, @Nullable String key, Object payload, Class<T> answerType, Function<Instant, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> claim(caller, key, payload)
                        .map(claim -> once(claim, answerType, work))
                        .orElseGet(() -> transactions.run(work)));
    }

    private <T> Uni<T> once(Claim claim, Class<T> answerType, Function<Instant, Uni<T>> work) {
        return transactions.run(now -> sql.query(CLAIM, claim.caller(), claim.key(), claim.digest(), now)
                .chain(claimed -> claimed.isEmpty()
                        ? stored(claim, answerType).map(List::getFirst)
                        : work.apply(now).call(answer -> store(claim, answer))));
    }

    /** A caller's word that a command is to be carried out once; the payload stands in it as its SHA-256. */
    public record Claim(String caller, String key, String digest) {}

    /** Empty where the caller gave no key: the command is carried out each time. Throws {@link Invalid} where it is too long. */
    public Optional<Claim> claim(String caller, @Nullable String key, Object payload) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        if (key.length() > LONGEST_KEY) {
            throw Invalid.field("Idempotency-Key", Commands.class, "TooLong", LONGEST_KEY);
        }
        return Optional.of(new Claim(caller, key, digest(write(payload))));
    }

    /**
     * Stores the answers of many commands in the transaction that is to write it. The transaction fails, as {@link
     * #usedBefore} tells, where the key of one of them has been used, and, as {@link Failures#waitedForALock} tells, where the
     * twin of one of them has not ended after a second.
     */
    public Write claimAll(Map<Claim, ?> answers, Instant now) {
        return answers.isEmpty() ? Write.NOTHING : Write.of(CLAIM_ALL, columns(answers, now));
    }

    /** Whether it may be for this that {@link #claimAll} failed: {@link #claimUnused} tells whose key it is. */
    public static boolean usedBefore(Throwable failure) {
        return Failures.isThereAlready(failure);
    }

    /**
     * As {@link #claimAll}, but leaves out whose key has been used.
     *
     * @return those that are carried out for the first time; for the others see {@link #replay}
     */
    public Uni<Set<Claim>> claimUnused(Map<Claim, ?> answers, Instant now) {
        return answers.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.query(CLAIM_UNUSED, columns(answers, now))
                        .map(rows -> rows.stream().map(Commands::claim).collect(Collectors.toSet()));
    }

    private Object[] columns(Map<Claim, ?> answers, Instant now) {
        List<Claim> claims = List.copyOf(answers.keySet());
        return new Object[] {
            texts(claims, Claim::caller),
            texts(claims, Claim::key),
            texts(claims, Claim::digest),
            texts(claims, claim -> write(Objects.requireNonNull(answers.get(claim)))),
            now
        };
    }

    private static Claim claim(SqlRow row) {
        return new Claim(row.text(0), row.text(1), row.text(2));
    }

    private Uni<Integer> store(Claim claim, Object answer) {
        return sql.update(
                "update command set answer = $3 where caller = $1 and key = $2",
                claim.caller(),
                claim.key(),
                write(answer));
    }

    /** The answer that was given; empty where nobody has carried it out. Fails where it was another payload. */
    public <T> Uni<Optional<T>> replay(Claim claim, Class<T> answerType) {
        return stored(claim, answerType).map(found -> found.stream().findFirst());
    }

    private <T> Uni<List<T>> stored(Claim claim, Class<T> answerType) {
        return sql.query(
                row -> answer(row, claim.digest(), answerType),
                "select payload, answer from command where caller = $1 and key = $2",
                claim.caller(),
                claim.key());
    }

    private <T> T answer(SqlRow row, String digest, Class<T> answerType) {
        if (!row.text(0).equals(digest)) {
            throw new KeyUsedOtherwise();
        }
        try {
            return json.readValue(row.text(1), answerType);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] texts(List<Claim> claims, Function<Claim, String> column) {
        return claims.stream().map(column).toArray(String[]::new);
    }

    private static String digest(String payload) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
