package org.nuanxin.dispatch.dispatches;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/** Where a page ended: rows are ordered by a time, then by an id. */
public record Cursor(Instant at, UUID id) {
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** @param text what the page before gave, null for the first page */
    public static Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Invalid.field("after", Cursor.class, "UnknownCursor");
        }
    }

    private String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(UTF_8));
    }

    /** A page of at most so many rows, of which one more has been read where there is a next page. */
    public static <T> RestResponse<List<T>> page(List<T> rows, int limit, Function<T, Cursor> end, UriInfo uri) {
        if (rows.size() <= limit) return RestResponse.ok(rows);
        List<T> page = rows.subList(0, limit);
        UriBuilder next = uri.getRequestUriBuilder()
                .replaceQueryParam("after", end.apply(page.getLast()).text());
        return RestResponse.ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"")
                .build();
    }
}
