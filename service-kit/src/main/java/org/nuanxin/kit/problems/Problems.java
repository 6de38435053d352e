package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Failures;

/** The one place where failures become answers. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int STORE_AWAY_SECONDS = 5;

    @ServerExceptionMapper(Problem.class)
    public Response rule(Problem problem, HttpHeaders headers) {
        Locale locale = locale(headers);
        Response.ResponseBuilder answer = answer(new ProblemBody(
                "about:blank",
                problem.getClass().getSimpleName(),
                problem.status(),
                problem.detail(locale),
                problem.errors(locale),
                problem.members()));
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        return answer.build();
    }

    @ServerExceptionMapper(ConstraintViolationException.class)
    public Response invalid(ConstraintViolationException violations, HttpHeaders headers) {
        List<Problem.FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(ParameterName.of(violation), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return answer(400, "Invalid", headers, errors.toArray(Problem.FieldError[]::new));
    }

    /** A check that could not be made; Quarkus would answer in a form of its own. */
    @ServerExceptionMapper(ValidationException.class)
    public Response unchecked(ValidationException failure, HttpHeaders headers) {
        return any(failure, headers);
    }

    // named apart, since Quarkus brings a mapper of its own for the narrower class
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException broken, HttpHeaders headers) {
        // a parser's complaint from within a field comes wrapped into one about the field
        boolean fits = !(broken instanceof JsonMappingException) || broken.getCause() instanceof JsonParseException;
        String reason = Texts.of(Problems.class, locale(headers)).text(fits ? "BrokenJson" : "UnfitValue");
        String field = !fits && broken instanceof JsonMappingException mapping ? path(mapping) : "";
        return answer(400, "Invalid", headers, new Problem.FieldError(field, reason));
    }

    @ServerExceptionMapper(WebApplicationException.class)
    public Response http(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException broken) {
            return unreadable(broken, headers);
        }
        if (failure.getCause() instanceof Problem complaint) {
            return rule(complaint, headers); // of a parameter, which is wrapped into whatever JAX-RS says about those
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return status >= 500 ? any(failure, headers) : answer(status, title(status), headers);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, AuthenticationCompletionException.class})
    public Response badToken(Throwable failure, HttpHeaders headers) {
        if (Failures.passes(failure)) {
            return any(failure, headers); // the issuer's keys could not be fetched: nobody knows how good the token is
        }
        return Response.fromResponse(answer(401, "Unauthenticated", headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response noToken(HttpHeaders headers) {
        return Response.fromResponse(answer(401, "Unauthenticated", headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(HttpHeaders headers) {
        return answer(403, "Forbidden", headers);
    }

    /** Stores that are away are said to be away, and what they cannot keep is sent back; anything else is our fault, and its cause stays in the log. */
    @ServerExceptionMapper(Throwable.class)
    public Response any(Throwable failure, HttpHeaders headers) {
        if (Failures.passes(failure)) {
            LOG.warnf("answered 503: %s", failure.getMessage());
            return Response.fromResponse(answer(503, "StoreAway", headers))
                    .header(HttpHeaders.RETRY_AFTER, STORE_AWAY_SECONDS)
                    .build();
        }
        if (Failures.isAboutAValue(failure)) {
            LOG.warnf("answered 400: %s", failure.getMessage());
            return answer(
                    400,
                    "Invalid",
                    headers,
                    new Problem.FieldError(
                            "", Texts.of(Problems.class, locale(headers)).text("UnfitValue")));
        }
        if (turnedOutTooLarge(failure)) return Response.status(413).build(); // said already, and more cannot be
        LOG.error("answered 500", failure);
        return answer(500, "OurFault", headers);
    }

    /** What Quarkus says within when it has answered so already: a body that was sent in chunks, without a word of its length. */
    private static boolean turnedOutTooLarge(Throwable failure) {
        return failure instanceof IOException && "Request too large".equals(failure.getMessage());
    }

    private static Response answer(int status, String title, HttpHeaders headers, Problem.FieldError... errors) {
        return answer(ProblemBody.of(status, title, locale(headers), errors)).build();
    }

    private static Response.ResponseBuilder answer(ProblemBody body) {
        return Response.status(body.status()).type(ProblemBody.MEDIA_TYPE).entity(body);
    }

    private static Locale locale(HttpHeaders headers) {
        return Texts.locale(Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), "zh-CN"));
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthenticated";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 406 -> "NotAcceptable";
            case 413 -> "TooLarge";
            case 415 -> "UnsupportedMediaType";
            default -> "BadRequest";
        };
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(Problems::step)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static @Nullable String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null ? reference.getFieldName() : String.valueOf(reference.getIndex());
    }
}
