package org.nuanxin.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.request.Preference;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.RequestReading;
import org.nuanxin.intake.request.RequestView;
import org.nuanxin.intake.request.RequestViews;
import org.nuanxin.kit.identity.Caller;

/** Asking for help, and putting right what was asked. */
@Path("/requests")
@Tag(name = "requests")
@RolesAllowed({"resident", "volunteer", "building-leader", "grid-worker"})
public class SubmissionResource {
    private final SubmissionService submissions;
    private final AmendmentService amendments;
    private final RequestReading reading;
    private final RequestViews views;
    private final Caller caller;

    SubmissionResource(
            SubmissionService submissions,
            AmendmentService amendments,
            RequestReading reading,
            RequestViews views,
            Caller caller) {
        this.submissions = submissions;
        this.amendments = amendments;
        this.reading = reading;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Submits a request, for oneself or for a beneficiary who agreed.",
            description =
                    "With an Idempotency-Key it is accepted once, however often it is sent. Prefer: wait=2 answers as"
                            + " soon as the due times are known.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Uni<Response> submit(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @NotNull @Valid SubmissionBody body) {
        Submitter submitter = Submitter.of(caller);
        Duration wait = Preference.wait(prefer);
        Uni<RequestView> accepted = submissions.submit(submitter, key, body);
        return (wait.isZero() ? accepted : accepted.chain(view -> promised(submitter.reader(), view, wait)))
                .map(view -> Response.created(URI.create("/requests/" + view.id()))
                        .entity(view)
                        .build());
    }

    private Uni<RequestView> promised(Reader reader, RequestView view, Duration wait) {
        return reading.when(reader, view.id(), wait, known -> known.progress().responseDueAt() != null)
                .map(known -> views.of(known, reader));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Puts place, way in, appointment or description right while the request is open.")
    public Uni<RequestView> amend(UUID id, @NotNull @Valid AmendmentBody body) {
        Reader reader = Reader.of(caller);
        return amendments.amend(reader, id, body).map(known -> views.of(known, reader));
    }
}
