package org.nuanxin.feedback.rates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.feedback.directory.Directory;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** The figures by which the field judges itself: staff see those of their places, administrators all. */
@Path("/")
@RolesAllowed({"building-leader", "grid-worker", "supervisor", "administrator"})
public class RatesResource {
    private final Transactions transactions;
    private final Directory directory;
    private final MatterStatistics statistics;
    private final Caller caller;

    RatesResource(Transactions transactions, Directory directory, MatterStatistics statistics, Caller caller) {
        this.transactions = transactions;
        this.directory = directory;
        this.statistics = statistics;
        this.caller = caller;
    }

    /** What may be asked for; all of it may be left out. */
    public record Asked(
            @QueryParam("place") @Nullable String place,
            @QueryParam("type") @Nullable String type,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by) {

        RatesQuery query(@Nullable Set<String> held) {
            return new RatesQuery(place, held, type, Period.of(from, to), Grouping.named(by));
        }
    }

    @GET
    @Path("rates")
    public Uni<RatesView> rates(@BeanParam Asked asked) {
        RatesQuery query = asked.query(caller.is("administrator") ? null : caller.places());
        return transactions.read(() -> refuseOthersPlaces(query)
                .chain(() -> statistics.count(query))
                .map(rows -> RatesView.of(query.by(), rows)));
    }

    @GET
    @Path("rates.csv")
    @Produces("text/csv;charset=UTF-8")
    public Uni<String> sheet(@BeanParam Asked asked) {
        return rates(asked).map(RatesSheet::of);
    }

    private Uni<Void> refuseOthersPlaces(RatesQuery query) {
        return Optional.ofNullable(query.place())
                .map(place -> directory
                        .pathOf(place)
                        .map(path -> path.orElseThrow(NotFound::new))
                        .invoke(path -> {
                            if (query.held() != null && !caller.holds(path)) throw new Forbidden();
                        })
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
