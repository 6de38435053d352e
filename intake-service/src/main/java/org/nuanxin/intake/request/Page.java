package org.nuanxin.intake.request;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.progress.Status;
import org.nuanxin.kit.problems.Invalid;

/** A part of a list, and where the next one begins. */
record Page(@Nullable Status status, @Nullable UUID after, int limit) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    static Page of(@Nullable String status, @Nullable String after, @Nullable String limit) {
        return new Page(status(given(status)), cursor(given(after)), number(given(limit)));
    }

    Response answer(List<Known> found, Function<Known, RequestView> view) {
        Response.ResponseBuilder answer = Response.ok(found.stream().map(view).toList());
        if (found.size() == limit) {
            String only = status == null ? "" : "&status=" + status.code();
            UUID last = found.getLast().request().id();
            answer.header("Link", "</requests?after=" + last + "&limit=" + limit + only + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable Status status(@Nullable String status) {
        return status == null ? null : Status.of(status).orElseThrow(() -> bad("status", "UnknownStatus"));
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw bad("after", "NoCursor");
        }
    }

    private static int number(@Nullable String limit) {
        try {
            return limit == null ? USUAL : Math.clamp(Integer.parseInt(limit), 1, MOST);
        } catch (NumberFormatException e) {
            throw bad("limit", "NoNumber");
        }
    }

    private static Invalid bad(String field, String reason) {
        return Invalid.field(field, Page.class, reason);
    }
}
