package org.nuanxin.volunteer.assignment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotYetKnown;

/** What one holds, and reports on it. Holding is the only right that is asked for. */
@Path("/assignments/{requestId}")
@Authenticated
public class AssignmentResource {
    private static final String WORDS = "[^\\x00]*"; // what a text column can hold

    private final Caller caller;
    private final HolderReports reports;
    private final AssignmentViews views;

    AssignmentResource(Caller caller, HolderReports reports, AssignmentViews views) {
        this.caller = caller;
        this.reports = reports;
        this.views = views;
    }

    record Done(
            @Size(max = 2000) @Pattern(regexp = WORDS) @Nullable
            String note,

            @Size(max = 50) @Nullable List<@NotNull String> checks,
            @Size(max = 20) @Nullable List<@NotNull UUID> photoIds) {
        Said said() {
            return new Said(note, ticked(), Objects.requireNonNullElse(photoIds, List.of()));
        }

        List<String> ticked() {
            return Objects.requireNonNullElse(checks, List.of());
        }
    }

    record Release(
            @NotBlank @Size(max = 500) @Pattern(regexp = WORDS)
            String reason) {}

    @GET
    public Uni<AssignmentView> view(@PathParam("requestId") UUID requestId) {
        return views.one(caller.subject(), requestId, caller.language());
    }

    @PUT
    @Path("/confirmation")
    public Uni<Response> confirm(@PathParam("requestId") UUID requestId) {
        return report(requestId, Report.CONFIRMATION, Said.NOTHING);
    }

    @PUT
    @Path("/start")
    public Uni<Response> setOff(@PathParam("requestId") UUID requestId) {
        return report(requestId, Report.SET_OFF, Said.NOTHING);
    }

    @PUT
    @Path("/arrival")
    public Uni<Response> arrive(@PathParam("requestId") UUID requestId) {
        return report(requestId, Report.ARRIVAL, Said.NOTHING);
    }

    @PUT
    @Path("/completion")
    public Uni<Response> complete(@PathParam("requestId") UUID requestId, @NotNull @Valid Done done) {
        String subject = caller.subject();
        String language = caller.language();
        return reports.held(subject, requestId, Report.COMPLETION)
                .chain(held -> held.status().isDone()
                        ? Uni.createFrom().voidItem()
                        : views.one(subject, requestId, language)
                                .invoke(view -> checklist(view, language).mustBeTicked(done.ticked()))
                                .replaceWithVoid())
                .chain(() -> report(requestId, Report.COMPLETION, done.said()));
    }

    @PUT
    @Path("/release")
    public Uni<Response> release(@PathParam("requestId") UUID requestId, @NotNull @Valid Release release) {
        return report(requestId, Report.RELEASE, Said.words(release.reason()));
    }

    private Uni<Response> report(UUID requestId, Report report, Said said) {
        String subject = caller.subject();
        String language = caller.language();
        return reports.report(subject, caller.actor(), requestId, report, said)
                .chain(taken -> views.one(subject, requestId, language)
                        .map(view ->
                                Response.status(taken ? 200 : 202).entity(view).build()));
    }

    private static Checklist checklist(AssignmentView view, String language) {
        if (view.request() == null) throw new NotYetKnown();
        return new Checklist(view.request().checks(), language);
    }
}
