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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

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
        if (key == null || key.isBlank()) {
            return transactions.run(work);
        }
        if (key.length() > LONGEST_KEY) {
            return Uni.createFrom().failure(Invalid.field("Idempotency-Key", Commands.class, "TooLong", LONGEST_KEY));
        }
        String digest = digest(write(payload));
        return transactions.run(now -> sql.query(CLAIM, caller, key, digest, now)
                .chain(claimed -> claimed.isEmpty()
                        ? replay(caller, key, digest, answerType)
                        : work.apply(now).call(answer -> store(caller, key, answer))));
    }

    private Uni<Integer> store(String caller, String key, Object answer) {
        return sql.update("update command set answer = $3 where caller = $1 and key = $2", caller, key, write(answer));
    }

    private <T> Uni<T> replay(String caller, String key, String digest, Class<T> answerType) {
        return sql.query("select payload, answer from command where caller = $1 and key = $2", caller, key)
                .map(List::getFirst)
                .map(row -> answer(row, digest, answerType));
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

    private static String digest(String payload) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
