package org.nuanxin.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Holder;
import org.nuanxin.intake.progress.Progress;
import org.nuanxin.intake.progress.Rating;
import org.nuanxin.intake.progress.Status;
import org.nuanxin.intake.request.RequestView.Helper;
import org.nuanxin.intake.request.RequestView.Links;
import org.nuanxin.intake.request.RequestView.Promise;
import org.nuanxin.intake.request.RequestView.Rated;
import org.nuanxin.intake.sealing.Sealing;
import org.nuanxin.intake.wording.Wording;

/** Writes views, in the reader's language. */
@ApplicationScoped
public class RequestViews {
    private final Sealing sealing;

    RequestViews(Sealing sealing) {
        this.sealing = sealing;
    }

    /** As it is right after submission, without the description. */
    public RequestView fresh(Request request, String language) {
        return view(request, new Progress(), null, language);
    }

    /** For a list: without the description. */
    RequestView line(Known known, Reader reader) {
        return view(known.request(), known.progress(), null, reader.language());
    }

    public RequestView of(Known known, Reader reader) {
        Request request = known.request();
        boolean tellsMore = request.belongsTo(reader.subject()) || reader.onDutyAt(request.placePath());
        String description = tellsMore ? contact(known).description() : null;
        return view(request, known.progress(), description, reader.language());
    }

    public Contact contact(Known known) {
        return sealing.open(known.contact(), Contact.class, known.request().id().toString());
    }

    private static RequestView view(Request request, Progress progress, @Nullable String description, String language) {
        return new RequestView(
                request.id(),
                request.reference(),
                progress.status(),
                flags(request, progress),
                request.serviceType(),
                Objects.requireNonNullElse(progress.urgency(), request.urgency()),
                request.placeId(),
                request.submittedAt(),
                progress.responseDueAt(),
                progress.closureDueAt(),
                request.appointment(),
                progress.proposal(),
                progress.pause(),
                description,
                promise(request, progress, Wording.in(language)),
                helper(request, progress.holder()),
                rated(progress.rating()),
                links(request, progress));
    }

    private static List<String> flags(Request request, Progress progress) {
        return Stream.of(
                        progress.paused() ? "paused" : "",
                        progress.reopened() ? "reopened" : "",
                        progress.extended() ? "extended" : "",
                        request.byProxy() ? "byProxy" : "")
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    private static Promise promise(Request request, Progress progress, Wording wording) {
        Status status = progress.status();
        Instant answerBy = progress.responseDueAt();
        Instant arrivalAt = progress.arrivalAt();
        String key = "promise." + status.code();
        return switch (status) {
            case WAITING, SEARCHING, MANUAL ->
                new Promise(wording.text(key, answerBy == null ? "" : wording.time(answerBy)), answerBy, null);
            case ASSIGNED, ON_THE_WAY ->
                arrivalAt == null
                        ? new Promise(wording.text(key), null, appointed(request))
                        : new Promise(wording.text(key + ".at", wording.time(arrivalAt)), null, arrivalAt);
            default -> new Promise(wording.text(key), null, null);
        };
    }

    private static @Nullable Instant appointed(Request request) {
        return request.appointment() == null ? null : request.appointment().from();
    }

    private static @Nullable Helper helper(Request request, @Nullable Holder holder) {
        return holder == null
                ? null
                : new Helper(
                        holder.kind(), request.skill(), holder.kind() != Holder.Kind.STAFF && request.skill() != null);
    }

    private static @Nullable Rated rated(@Nullable Rating rating) {
        return rating == null ? null : new Rated(rating.solved(), rating.score(), rating.byProxy());
    }

    private static Links links(Request request, Progress progress) {
        String self = "/requests/" + request.id();
        boolean sentAway = progress.status() == Status.REFERRED || progress.status() == Status.DECLINED;
        return new Links(
                self + "/timeline",
                self + "/live",
                self + "/withdrawal",
                self + "/rating",
                progress.holder() == null ? null : "/assignments/" + request.id() + "/helper",
                sentAway ? "/dispatches/" + request.id() + "/outcome" : null);
    }
}
