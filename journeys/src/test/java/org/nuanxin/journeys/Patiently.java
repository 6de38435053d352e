package org.nuanxin.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * As an app calls while services come and go: again, until there is an answer. It calls again where the answer asks for that, and
 * where the connection broke off; a call that hangs and any other error of a service are what its user would see.
 */
final class Patiently {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger MADE_AGAIN = new AtomicInteger();

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
                .ignoreExceptionsMatching(Patiently::brokeOff)
                .until(() -> tried(call), Patiently::isWord);
    }

    static void until(Supplier<Answer> call, String status) {
        await(status)
                .atMost(LONGEST)
                .pollInterval(AGAIN)
                .ignoreExceptionsMatching(Patiently::brokeOff)
                .until(() -> {
                    Answer answer = tried(call);
                    return answer.status() == 200
                            && answer.body().path("status").asText().equals(status);
                });
    }

    /** How many calls have been made by now. */
    static int calls() {
        return CALLS.get();
    }

    /** How many of them got no answer, or were asked to come again. */
    static int madeAgain() {
        return MADE_AGAIN.get();
    }

    private static Answer tried(Supplier<Answer> call) {
        CALLS.incrementAndGet();
        Answer answer = call.get();
        if (answer.asksToComeAgain()) MADE_AGAIN.incrementAndGet();
        else if (answer.status() == 429 || answer.status() >= 500) throw new AssertionError(answer);
        return answer;
    }

    private static boolean brokeOff(Throwable failure) {
        boolean brokeOff =
                failure instanceof UncheckedIOException && !(failure.getCause() instanceof HttpTimeoutException);
        if (brokeOff) MADE_AGAIN.incrementAndGet();
        return brokeOff;
    }

    /** Neither "not yet" nor "not now". */
    private static boolean isWord(Answer answer) {
        return !answer.asksToComeAgain()
                && answer.status() != 202
                && !answer.text().contains("NotYetKnown")
                && !answer.text().contains("NotCompletedYet");
    }
}
