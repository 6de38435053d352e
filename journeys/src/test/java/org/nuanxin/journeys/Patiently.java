package org.nuanxin.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** As an app calls while services come and go: again, until there is an answer. */
final class Patiently {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private Patiently() {}

    /** The body of the first answer, which must say yes. */
    static JsonNode ok(Supplier<Answer> call) {
        return word(call).ok();
    }

    /** The first answer, whatever it says. */
    static Answer word(Supplier<Answer> call) {
        return await().atMost(LONGEST)
                .pollInterval(AGAIN)
                .pollDelay(Duration.ZERO)
                .ignoreException(UncheckedIOException.class)
                .until(call::get, Patiently::isWord);
    }

    static void until(Supplier<Answer> call, String status) {
        await(status)
                .atMost(LONGEST)
                .pollInterval(AGAIN)
                .ignoreException(UncheckedIOException.class)
                .until(() -> {
                    Answer answer = call.get();
                    return answer.status() == 200
                            && answer.body().path("status").asText().equals(status);
                });
    }

    /** Neither "not yet" nor "not now". */
    private static boolean isWord(Answer answer) {
        return answer.status() < 500
                && answer.status() != 202
                && !answer.text().contains("NotYetKnown")
                && !answer.text().contains("NotCompletedYet");
    }
}
