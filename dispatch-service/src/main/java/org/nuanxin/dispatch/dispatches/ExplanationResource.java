package org.nuanxin.dispatch.dispatches;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.LeftOut;
import org.nuanxin.dispatch.candidates.Terms;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Wanting;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.dispatch.staff.Roster;
import org.nuanxin.dispatch.staff.StaffMember;
import org.nuanxin.dispatch.volunteers.VolunteerMemory;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timeline.TimelineEntry;
import org.nuanxin.kit.transactions.Transactions;

/** Why: what happened step by step, who could be asked now, and who is left out by which rule. */
@Path("/dispatches/{requestId}")
@RolesAllowed({"building-leader", "grid-worker", "supervisor"})
class ExplanationResource {
    private static final int MOST = 50;
    private static final int NAMED = 200;
    private static final int MOST_NAMED = 10_000;
    private static final int STEPS = 500;

    private final Transactions transactions;
    private final Dispatches dispatches;
    private final DispatchViews views;
    private final PolicyBook policies;
    private final Roster roster;
    private final VolunteerMemory volunteers;
    private final Timeline timeline;
    private final Rights rights;
    private final Caller caller;

    ExplanationResource(
            Transactions transactions,
            Dispatches dispatches,
            DispatchViews views,
            PolicyBook policies,
            Roster roster,
            VolunteerMemory volunteers,
            Timeline timeline,
            Rights rights,
            Caller caller) {
        this.transactions = transactions;
        this.dispatches = dispatches;
        this.views = views;
        this.policies = policies;
        this.roster = roster;
        this.volunteers = volunteers;
        this.timeline = timeline;
        this.rights = rights;
        this.caller = caller;
    }

    /** Somebody who could be asked, the best first. */
    public record CandidateView(
            UUID volunteerId,
            String subject,
            String kind,
            int held,
            int distanceMetres,
            int arrivalSeconds,
            int cost,
            Terms terms,
            List<String> reasons) {
        static CandidateView of(Candidate candidate) {
            var helper = candidate.helper();
            return new CandidateView(
                    candidate.id(),
                    helper.profile().subject(),
                    Words.of(helper.profile().kind()),
                    helper.held(),
                    candidate.distanceMetres(),
                    candidate.arrivalSeconds(),
                    candidate.cost(),
                    candidate.terms(),
                    candidate.reasons());
        }
    }

    /**
     * Volunteers of the whole community, and staff of the place.
     *
     * @param leftOut the others with the skill, and by which rule; the nearest of them first, at most {@code limit}
     * @param leftOutCounts how many with the skill each rule leaves out, all of them
     * @param withoutSkill how many others there are
     */
    public record CandidatesView(
            List<CandidateView> volunteers,
            List<StaffMember> staff,
            Map<UUID, String> leftOut,
            Map<String, Integer> leftOutCounts,
            int withoutSkill) {}

    /** How it stands, why its clocks run out when they do, everything that happened to them and to the request, and who could help. */
    public record Explanation(
            DispatchDetail handling,
            List<ClockExplanation> clocks,
            List<TimelineEntry> steps,
            CandidatesView candidates) {
        Explanation with(List<TimelineEntry> happened) {
            return new Explanation(handling, clocks, happened, candidates);
        }
    }

    @GET
    @Path("candidates")
    public Uni<CandidatesView> candidates(
            UUID requestId,
            @Parameter(description = "how many of those who are left out are named; all are counted")
                    @QueryParam("limit")
                    @DefaultValue("" + NAMED)
                    @Min(0)
                    @Max(MOST_NAMED)
                    int limit) {
        return transactions.run(now -> visible(requestId).chain(handling -> candidates(handling, limit, now)));
    }

    @GET
    @Path("explanation")
    public Uni<Explanation> explain(UUID requestId) {
        return transactions
                .run(now -> visible(requestId)
                        .chain(handling -> views.detail(handling)
                                .chain(detail -> candidates(handling, NAMED, now)
                                        .map(candidates ->
                                                new Explanation(detail, clocks(handling), List.of(), candidates)))))
                .chain(told -> timeline.entries(requestId.toString(), 0, STEPS).map(told::with));
    }

    private List<ClockExplanation> clocks(Handling handling) {
        return handling.clockStories(policies::policy).stream()
                .map(story -> ClockExplanation.of(story, caller.language()))
                .toList();
    }

    private Uni<CandidatesView> candidates(Handling handling, int limit, Instant now) {
        return policies.ready(Set.of(handling.search().policy()))
                .chain(roster::ready)
                .chain(() -> volunteers.ready(now))
                .map(ready -> view(handling, limit, now));
    }

    private CandidatesView view(Handling handling, int limit, Instant now) {
        List<StaffMember> staff = roster.of(handling.matter().placePath());
        if (handling.matter().skill() == null) return new CandidatesView(List.of(), staff, Map.of(), Map.of(), 0);
        Wanted wanted = wanted(handling, now);
        LeftOut leftOut = volunteers.leftOut(wanted, limit);
        Map<UUID, String> named = new LinkedHashMap<>();
        leftOut.nearest().forEach((id, rule) -> named.put(id, Words.of(rule)));
        return new CandidatesView(
                volunteers.best(wanted, MOST).stream().map(CandidateView::of).toList(),
                staff,
                named,
                leftOut.counts().entrySet().stream()
                        .collect(toMap(rule -> Words.of(rule.getKey()), Map.Entry::getValue)),
                leftOut.unskilled());
    }

    private Wanted wanted(Handling handling, Instant now) {
        var policy = policies.policy(handling.search().policy());
        return Wanting.of(handling.matter(), policy, Reach.COMMUNITY, now, Set.of());
    }

    private Uni<Handling> visible(UUID requestId) {
        return dispatches.find(requestId).invoke(rights::mustHold);
    }
}
