package org.nuanxin.journeys.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One request from its submission to its end, as the resident and the desk of the place live through it. */
final class Life {
    /** What becomes of it, if the resident has their way. */
    enum Wish {
        HELP,
        WITHDRAWAL,
        SECOND_TRY,
        SILENCE
    }

    private static final Set<String> OVER = Set.of("closed", "withdrawn", "referred", "declined");
    private static final Duration LOOK = Duration.ofMillis(700);
    private static final int LOOKS_UNTIL_DESK = 14;

    private final Street street;
    private final Person resident;
    private final Wish wish;
    private final Duration pause;
    private final String key;
    private String request = "";
    private boolean asksAgain;

    Life(Street street, Person resident, Wish wish, Chance chance) {
        this.street = street;
        this.resident = resident;
        this.wish = wish;
        this.pause = chance.between(Duration.ZERO, Duration.ofSeconds(3));
        this.key = new UUID(chance.seed(), chance.seed()).toString();
        this.asksAgain = wish == Wish.SECOND_TRY;
    }

    void isLived() {
        goesOn(street.submits(resident, key));
    }

    /** From its submission on. */
    void goesOn(String submitted) {
        request = submitted;
        if (wish == Wish.WITHDRAWAL) withdraws();
        for (int looks = 1; !Thread.currentThread().isInterrupted(); looks++) {
            String status = status();
            if (isOver(status)) return;
            if (status.equals("completed")) rates();
            else if (looks % LOOKS_UNTIL_DESK == 0) deskTakesIt();
            Wait.pass(LOOK);
        }
    }

    private void withdraws() {
        Wait.pass(pause);
        if (resident.put("/requests/" + request + "/withdrawal", "").yes())
            street.history().withdrawn(request);
    }

    private boolean isOver(String status) {
        return OVER.contains(status) || (wish == Wish.SILENCE && status.equals("completed"));
    }

    private String status() {
        return resident.sees("/requests/" + request)
                .map(seen -> seen.path("status").asText())
                .orElse("");
    }

    private boolean isReopened() {
        return resident.sees("/requests/" + request)
                .filter(seen -> seen.path("flags").toString().contains("reopened"))
                .isPresent();
    }

    private void rates() {
        String path = "/requests/" + request + "/rating";
        if (!asksAgain) {
            resident.put(path, Map.of("solved", "yes", "score", 5, "words", "金丝雀的话"));
        } else if (resident.put(path, Map.of("solved", "no", "score", 2, "reopen", true))
                .yes()) {
            asksAgain = false;
            // not "until it is not completed any more": it may be so again before anybody looks
            Wait.that("another try of " + request, this::isReopened);
        }
    }

    /** Nobody came for a long time: the grid worker takes it, or goes on with it. */
    private void deskTakesIt() {
        Person desk = street.desk();
        desk.put(
                "/dispatches/" + request + "/assignment",
                Map.of("assignee", Map.of("kind", "staff", "id", "grid-worker-1"), "confirmedBy", "app"));
        for (String step : List.of("start", "arrival")) desk.put("/assignments/" + request + "/" + step, "");
        desk.put("/assignments/" + request + "/completion", Map.of("note", "金丝雀的话", "checks", List.of()));
    }
}
