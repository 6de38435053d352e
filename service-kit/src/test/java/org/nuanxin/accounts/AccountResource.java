package org.nuanxin.accounts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;

/** What people can do with accounts. */
@Path("/accounts")
@RolesAllowed("resident")
public class AccountResource {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Journal journal;
    private final Timers timers;
    private final Timeline timeline;
    private final Commands commands;
    private final Caller caller;

    AccountResource(
            Transactions transactions,
            Accounts accounts,
            Journal journal,
            Timers timers,
            Timeline timeline,
            Commands commands,
            Caller caller) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.journal = journal;
        this.timers = timers;
        this.timeline = timeline;
        this.commands = commands;
        this.caller = caller;
    }

    public record Purpose(@Size(max = 10) String text) {}

    public record Payment(
            @NotNull UUID account,
            @Min(1) int amount,
            @Valid @Nullable Purpose purpose) {}

    /** Its check cannot be made where there is no text. */
    public record Note(@Nullable String text, @Nullable Instant at) {
        @AssertTrue
        boolean isShort() {
            return Objects.requireNonNull(text).length() < 10;
        }
    }

    public record Balance(UUID account, long balance, String language) {}

    @POST
    public Uni<Balance> pay(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull Payment payment) {
        if (payment.amount() == 13) {
            throw Invalid.field("amount", AccountResource.class, "NotEnough", 14);
        }
        return commands.once(
                caller.subject(),
                key,
                payment,
                Balance.class,
                now -> accounts.credit(payment.account())
                        .chain(() -> timeline.add(payment.account().toString(), Accounts.event(payment.account(), now)))
                        .chain(() -> balance(payment.account())));
    }

    @GET
    @Path("/{account}")
    public Uni<Balance> of(UUID account) {
        return transactions.read(() -> balance(account)).invoke(found -> {
            if (found.balance() == 0) {
                throw new NotFound();
            }
        });
    }

    /** Waits until so much is there; a caller's language must still be known afterwards. */
    @GET
    @Path("/{account}/expected")
    public Uni<Balance> expected(UUID account, @QueryParam("balance") @DefaultValue("1") long expected) {
        return timeline.await(
                        account.toString(),
                        Duration.ofSeconds(20),
                        () -> transactions
                                .read(() -> balance(account))
                                .map(found -> Optional.of(found).filter(enough -> enough.balance() >= expected)))
                .map(Optional::orElseThrow)
                .chain(found -> transactions
                        .run(now -> accounts.credit(UUID.randomUUID()))
                        .replaceWith(found))
                .map(found -> new Balance(account, found.balance(), caller.language()));
    }

    @GET
    @Path("/{account}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            UUID account, @HeaderParam("Last-Event-ID") @DefaultValue("0") long after, @Context Sse sse) {
        return timeline.live(account.toString(), after)
                .map(entry -> sse.newEventBuilder()
                        .id(Long.toString(entry.seq()))
                        .name(entry.type())
                        .data(entry.data())
                        .build());
    }

    /** Says something that is answered by an event. */
    @POST
    @Path("/{account}/echo")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> echo(UUID account) {
        return transactions.run(
                now -> journal.append(new RequestWithdrawn(account, "community-1", 1, Accounts.ECHO, now)));
    }

    /** The same, some time later. */
    @POST
    @Path("/{account}/reminder")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remind(UUID account) {
        return transactions.run(now -> accounts.credit(account)
                .chain(() -> timers.set(List.of(new Timer(account, Accounts.ECHO, now.plusMillis(50))))));
    }

    @GET
    @Path("/{account}/closed")
    public Uni<Void> closed(UUID account) {
        throw new AccountClosed(account);
    }

    @GET
    @Path("/untold")
    public Uni<Void> untold() {
        throw new Untold();
    }

    @GET
    @Path("/fault")
    public Uni<Void> fault() {
        throw new IllegalStateException("secret of the house");
    }

    /** Sets a timer for any point in time. */
    @GET
    @Path("/unkept")
    public Uni<Void> unkept(@QueryParam("at") String at) {
        return transactions.run(
                now -> timers.set(List.of(new Timer(UUID.randomUUID(), Accounts.ECHO, Instant.parse(at)))));
    }

    public enum Order {
        newest,
        oldest
    }

    /** Whatever can be asked for. */
    @GET
    @Path("/search")
    public List<String> search(
            @QueryParam("by") @Nullable Instant by,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("order") @Nullable Order order,
            @QueryParam("mine") boolean mine,
            @QueryParam("limit") @DefaultValue("50") @Min(1) int limit,
            @QueryParam("seen") List<Long> seen,
            @HeaderParam("Last-Event-ID") @Nullable Long last) {
        return List.of(String.valueOf(by), String.valueOf(after), order + " " + mine + " " + limit, seen + " " + last);
    }

    public record Tags(List<@Size(max = 10) String> tags) {}

    @POST
    @Path("/tags")
    public Uni<Void> tag(@Valid @NotNull Tags tags) {
        return Uni.createFrom().voidItem();
    }

    @POST
    @Path("/notes")
    public Uni<Void> note(@Valid @NotNull Note note) {
        return Uni.createFrom().voidItem();
    }

    @GET
    @Path("/supervised")
    @RolesAllowed("supervisor")
    public List<String> supervised() {
        return List.of();
    }

    @GET
    @Path("/public")
    @PermitAll
    public List<String> everybody() {
        return List.of();
    }

    @GET
    @Path("/forgotten")
    public List<String> forgotten() {
        return List.of();
    }

    private Uni<Balance> balance(UUID account) {
        return accounts.balance(account).map(balance -> new Balance(account, balance, caller.language()));
    }
}
