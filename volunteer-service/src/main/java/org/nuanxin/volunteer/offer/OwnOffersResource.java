package org.nuanxin.volunteer.offer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.volunteer.live.AppStream;

/** A volunteer's offers, the newest first. */
@Path("/volunteers/me/offers")
@RolesAllowed("volunteer")
public class OwnOffersResource {
    private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d{1,4})\\b");
    private static final Pattern SEEN = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final int LONGEST_WAIT = 60;

    private final Caller caller;
    private final OfferViews views;
    private final Timeline timeline;

    OwnOffersResource(Caller caller, OfferViews views, Timeline timeline) {
        this.caller = caller;
        this.views = views;
        this.timeline = timeline;
    }

    /**
     * With {@code Prefer: wait=25} the call is held until something has changed since the answer whose ETag stands in
     * If-None-Match; since now where there is none.
     */
    @GET
    public Uni<Response> list(
            @HeaderParam("Prefer") @DefaultValue("") String prefer,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") String seen,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        String volunteer = caller.subject();
        String language = caller.language();
        String stream = AppStream.of(volunteer);
        return timeline.head(stream)
                .chain(head -> changed(stream, head, number(SEEN, seen), number(WAIT, prefer)))
                .chain(head -> views.newest(volunteer, limit, language)
                        .map(offers -> Response.ok(offers).tag(head.toString()).build()));
    }

    private Uni<Long> changed(String stream, long head, @Nullable Long seen, @Nullable Long seconds) {
        if (seconds == null || (seen != null && seen != head))
            return Uni.createFrom().item(head);
        return timeline.await(
                        stream,
                        Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT)),
                        () -> timeline.head(stream).map(now -> Optional.of(now).filter(other -> other != head)))
                .map(now -> now.orElse(head));
    }

    private static @Nullable Long number(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }
}
