package org.nuanxin.intake.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Position;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.progress.Progresses;
import org.nuanxin.intake.progress.Status;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/** Requests as they are stored. */
@ApplicationScoped
public class Requests {
    private static final String COLUMNS = """
            request_id, reference, version, service_type, skill, urgency, visibility, community, place_path, lat, lon, floor, lift,
            appointment_from, appointment_to, resident, reporter, client, beneficiary, for_beneficiary, channel, submitted_at,
            contact""";
    // a path goes in as text, since an array of arrays must be square
    private static final String INSERT = "insert into request (" + COLUMNS + ") select "
            + COLUMNS.replace("place_path", "string_to_array(place_path, '/')") + " from " + """
            unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                $10::double precision[], $11::double precision[], $12::integer[], $13::boolean[], $14::timestamptz[],
                $15::timestamptz[], $16::text[], $17::text[], $18::text[], $19::text[], $20::boolean[], $21::text[],
                $22::timestamptz[], $23::text[]) as r(""" + COLUMNS + ")";
    private static final String SELECT = "select " + COLUMNS + """
            , p.state::text, coalesce(h.seq, 0)
            from request r
            left join progress p using (request_id)
            left join timeline_head h on h.subject = r.request_id::text
            """;
    private static final String OWN = SELECT + """
            where request_id in (
                select request_id from request where resident = $1
                union select request_id from request where reporter = $1 and reporter <> resident
                union select request_id from request where beneficiary = $1)
            and ($2::uuid is null or request_id < $2)
            and ($3::text is null or coalesce(p.status, 'submitted') = $3)
            order by request_id desc limit $4
            """;
    private static final String AMEND = """
            update request set version = $2, place_path = $3, lat = $4, lon = $5, floor = $6, lift = $7,
                appointment_from = $8, appointment_to = $9, contact = $10
            where request_id = $1
            """;

    private final Sql sql;
    private final Progresses progresses;

    Requests(Sql sql, Progresses progresses) {
        this.sql = sql;
        this.progresses = progresses;
    }

    /** A request and its contact, sealed. */
    public record Sealed(Request request, String contact) {}

    /** Fails where a reference is somebody else's already. */
    public Write insert(List<Sealed> all) {
        return all.isEmpty()
                ? Write.NOTHING
                : Write.of(
                        INSERT,
                        column(all, UUID[]::new, Request::id),
                        column(all, String[]::new, Request::reference),
                        column(all, Long[]::new, Request::version),
                        column(all, String[]::new, Request::serviceType),
                        column(all, String[]::new, Request::skill),
                        column(all, String[]::new, request -> request.urgency().name()),
                        column(
                                all,
                                String[]::new,
                                request -> request.visibility().name()),
                        column(all, String[]::new, Request::community),
                        column(all, String[]::new, request -> String.join("/", request.placePath())),
                        column(all, Double[]::new, request -> request.position().lat()),
                        column(all, Double[]::new, request -> request.position().lon()),
                        column(all, Integer[]::new, Request::floor),
                        column(all, Boolean[]::new, Request::lift),
                        column(all, OffsetDateTime[]::new, request -> time(request, Appointment::from)),
                        column(all, OffsetDateTime[]::new, request -> time(request, Appointment::to)),
                        column(all, String[]::new, Request::resident),
                        column(all, String[]::new, Request::reporter),
                        column(all, String[]::new, Request::client),
                        column(all, String[]::new, Request::beneficiary),
                        column(all, Boolean[]::new, Request::forBeneficiary),
                        column(all, String[]::new, Request::channel),
                        column(all, OffsetDateTime[]::new, request -> Sql.time(request.submittedAt())),
                        all.stream().map(Sealed::contact).toArray(String[]::new));
    }

    private static <T> @Nullable T[] column(
            List<Sealed> all, IntFunction<@Nullable T[]> array, Function<Request, @Nullable T> value) {
        return all.stream().map(one -> value.apply(one.request())).toArray(array);
    }

    private static @Nullable OffsetDateTime time(Request request, Function<Appointment, Instant> which) {
        return request.appointment() == null ? null : Sql.time(which.apply(request.appointment()));
    }

    public Uni<Integer> amend(Request request, String contact) {
        Appointment appointment = request.appointment();
        return sql.update(
                AMEND,
                request.id(),
                request.version(),
                Sql.texts(request.placePath()),
                request.position().lat(),
                request.position().lon(),
                request.floor(),
                request.lift(),
                appointment == null ? null : appointment.from(),
                appointment == null ? null : appointment.to(),
                contact);
    }

    public Uni<Optional<Known>> find(UUID id) {
        return one("where request_id = $1", id);
    }

    public Uni<Optional<Known>> ofReference(String reference) {
        return one("where reference = $1", reference);
    }

    /** Locks the request to the end of the transaction; its progress is locked apart, after it. */
    public Uni<Optional<Known>> lock(UUID id) {
        return one("where request_id = $1 for no key update of r", id);
    }

    /** Newest first, of those a person submitted or is to be helped by. */
    Uni<List<Known>> own(String subject, @Nullable UUID before, @Nullable Status status, int limit) {
        return sql.query(this::known, OWN, subject, before, status == null ? null : status.code(), limit);
    }

    private Uni<Optional<Known>> one(String which, Object key) {
        return sql.query(this::known, SELECT + which, key)
                .map(found -> found.stream().findFirst());
    }

    private Known known(SqlRow row) {
        return new Known(request(row), progresses.read(row.textOrNull(23)), row.text(22), row.longValue(24));
    }

    private static Request request(SqlRow row) {
        Instant from = row.instantOrNull(13);
        Instant to = row.instantOrNull(14);
        return new Request(
                row.uuid(0),
                row.text(1),
                row.longValue(2),
                row.text(3),
                row.textOrNull(4),
                Urgency.valueOf(row.text(5)),
                Visibility.valueOf(row.text(6)),
                row.text(7),
                row.texts(8),
                new Position(row.real(9), row.real(10)),
                row.integerOrNull(11),
                row.boolOrNull(12),
                from == null || to == null ? null : new Appointment(from, to),
                row.text(15),
                row.text(16),
                row.textOrNull(17),
                row.textOrNull(18),
                row.bool(19),
                row.text(20),
                row.instant(21));
    }
}
