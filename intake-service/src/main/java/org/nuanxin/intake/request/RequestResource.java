package org.nuanxin.intake.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;

/** Requests as their own people, whoever holds them, and whoever has duties there see them. */
@Path("/requests")
@Tag(name = "requests")
@Authenticated
public class RequestResource {
    private final RequestReading reading;
    private final RequestViews views;
    private final WithdrawalService withdrawals;
    private final ProposalService proposals;
    private final Caller caller;

    RequestResource(
            RequestReading reading,
            RequestViews views,
            WithdrawalService withdrawals,
            ProposalService proposals,
            Caller caller) {
        this.reading = reading;
        this.views = views;
        this.withdrawals = withdrawals;
        this.proposals = proposals;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The caller's own requests, newest first; or the one of a reference.",
            description = "More of them behind Link rel=next.")
    public Uni<Response> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Reader reader = Reader.of(caller);
        Page page = Page.of(status, after, limit);
        return (reference == null || reference.isEmpty()
                        ? reading.own(reader, page.after(), page.status(), page.limit())
                        : reading.ofReference(reader, Reference.normal(reference)))
                .map(found -> page.answer(found, known -> views.line(known, reader)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One request.",
            description =
                    "Prefer: wait=25 holds the answer until something has happened since the ETag of If-None-Match, or"
                            + " else since now.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Uni<Response> get(
            UUID id,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("If-None-Match") @Nullable String seen) {
        Reader reader = Reader.of(caller);
        Duration wait = Preference.wait(prefer);
        Uni<Known> found = reading.of(reader, id);
        return (wait.isZero() ? found : found.chain(now -> changed(reader, now, seen, wait)))
                .map(known -> answer(known, reader));
    }

    private Uni<Known> changed(Reader reader, Known now, @Nullable String seen, Duration wait) {
        String tag = seen == null ? tag(now) : seen;
        return reading.when(
                reader, now.request().id(), wait, known -> !tag(known).equals(tag));
    }

    @PUT
    @Path("/{id}/withdrawal")
    @Operation(summary = "Takes the request back while it is open. Doing it again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Uni<Response> withdraw(UUID id) {
        Reader reader = Reader.of(caller);
        return withdrawals.withdraw(reader, id).map(known -> answer(known, reader));
    }

    /** Whether the resident agrees. */
    public record ProposalAnswer(@NotNull Boolean agreed) {}

    @PUT
    @Path("/{id}/appointment-proposal")
    @Operation(summary = "Agrees to the appointment that the holder asks for, or keeps the old one.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Uni<Response> answerProposal(UUID id, @NotNull @Valid ProposalAnswer answer) {
        Reader reader = Reader.of(caller);
        return proposals.answer(reader, id, answer.agreed()).map(known -> answer(known, reader));
    }

    private Response answer(Known known, Reader reader) {
        return Response.ok(views.of(known, reader))
                .tag(new EntityTag(String.valueOf(known.seq())))
                .build();
    }

    private static String tag(Known known) {
        return "\"" + known.seq() + "\"";
    }
}
