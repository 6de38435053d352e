package org.nuanxin.kit.problems;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses in words what is too large or no text before anybody reads it; Quarkus' own limits say nothing but a number. */
@ApplicationScoped
class Doorkeeper {
    private static final int BEFORE_QUARKUS_OWN_LIMIT = -3;
    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*([\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+|[*])\\s*(;.*)?", Pattern.DOTALL);

    /** A token on which the OpenID extension stumbles instead of refusing it. */
    private static final Pattern DOTS_ONLY = Pattern.compile("(?i)bearer\\s+[.]*");

    private final AtTheDoor atTheDoor;
    private final long largest;

    Doorkeeper(AtTheDoor atTheDoor, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.atTheDoor = atTheDoor;
        this.largest = largest.asLongValue();
    }

    void stand(@Observes Router door) {
        door.route().order(BEFORE_QUARKUS_OWN_LIMIT).handler(this::check);
    }

    private void check(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (length(request) > largest) {
            refuse(call);
        } else if (request.uri().length() > LONGEST_ADDRESS) {
            atTheDoor.refuse(call, 414, "TooLarge");
        } else if (sizeOf(request.headers()) > LONGEST_HEADERS) {
            atTheDoor.refuse(call, 431, "TooLarge");
        } else if (!isMediaType(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            atTheDoor.refuse(call, 415, "UnsupportedMediaType");
        } else if (!areMediaTypes(request.getHeader(HttpHeaders.ACCEPT))) {
            atTheDoor.refuse(call, 406, "NotAcceptable");
        } else if (DOTS_ONLY
                .matcher(Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), ""))
                .matches()) {
            call.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            atTheDoor.refuse(call, 401, "Unauthenticated");
        } else {
            checkTexts(call);
        }
    }

    /** What is sent in an address must be text that can be kept, as in a body. */
    private void checkTexts(RoutingContext call) {
        if (!isText(Objects.requireNonNullElse(call.request().path(), ""))) {
            atTheDoor.refuse(call, 404, "NotFound");
            return;
        }
        String query = Objects.requireNonNullElse(call.request().query(), "");
        Stream.of(query.split("&", 0))
                .filter(parameter -> !isText(parameter))
                .findFirst()
                .ifPresentOrElse(parameter -> atTheDoor.refuseField(call, name(parameter)), call::next);
    }

    private static String name(String parameter) {
        String name = parameter.split("=", 2)[0];
        return isText(name) ? URLDecoder.decode(name, UTF_8) : "";
    }

    /** Whether it is percent-encoded UTF-8 without NUL. */
    private static boolean isText(String encoded) {
        if (encoded.indexOf('%') < 0) return true;
        try {
            String decoded = URLDecoder.decode(encoded, UTF_8);
            return decoded.indexOf('\ufffd') < 0 && WholeTexts.isWhole(decoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean areMediaTypes(@Nullable String header) {
        return header == null || Stream.of(header.split(",", 0)).allMatch(Doorkeeper::isMediaType);
    }

    private static boolean isMediaType(@Nullable String header) {
        return header == null || header.isBlank() || MEDIA_TYPE.matcher(header).matches();
    }

    private static long sizeOf(MultiMap headers) {
        return headers.entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    private void refuse(RoutingContext call) {
        // what is still under way is not read any more
        call.response().endHandler(_ -> call.request().connection().close());
        atTheDoor.refuse(call, 413, "TooLarge");
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
