package org.nuanxin.dispatch.policies;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A version as an entity tag, so that nobody overwrites what they have not read. */
final class Version {
    private Version() {}

    static <T> RestResponse<T> tagged(T body, int version) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .build();
    }

    /** What is no version of ours matches none. */
    static @Nullable Integer read(@Nullable String tag) {
        if (tag == null) return null;
        String digits = tag.replace("\"", "");
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
    }
}
