package org.nuanxin.dispatch.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.webhook.WebhookResource.NewWebhook;
import org.nuanxin.dispatch.webhook.WebhookResource.WebhookView;
import org.nuanxin.dispatch.webhook.address.Destination;
import org.nuanxin.dispatch.webhook.address.Destinations;
import org.nuanxin.dispatch.webhook.address.NotAllowed;
import org.nuanxin.dispatch.webhook.delivery.Secret;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Transactions;

/** What those who keep webhooks can do. */
@ApplicationScoped
class WebhookService {
    private static final int MOST = 20;

    private final Transactions transactions;
    private final Commands commands;
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Directory directory;
    private final Destinations destinations;
    private final Vertx vertx;

    WebhookService(
            Transactions transactions,
            Commands commands,
            Webhooks webhooks,
            Subscriptions subscriptions,
            Directory directory,
            Destinations destinations,
            Vertx vertx) {
        this.transactions = transactions;
        this.commands = commands;
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.directory = directory;
        this.destinations = destinations;
        this.vertx = vertx;
    }

    /** The answer alone ever shows the secret. */
    Uni<WebhookView> create(Actor actor, @Nullable String key, NewWebhook wanted) {
        List<MessageType> types = wanted.types();
        return reach(wanted.url())
                .chain(() -> commands.once(
                        actor.subject(), key, wanted, WebhookView.class, now -> add(actor, wanted, types, now)))
                .call(subscriptions::refresh);
    }

    private Uni<WebhookView> add(Actor actor, NewWebhook wanted, List<MessageType> types, Instant now) {
        Secret secret = Secret.random();
        return webhooks.countOf(actor.subject())
                .invoke(kept -> {
                    if (kept >= MOST) throw new TooManyWebhooks(MOST);
                })
                .chain(() -> placePath(actor, wanted.place()))
                .map(path -> new Webhook(
                        Ids.next(now), actor.subject(), actor.isClient(), path, wanted.url(), types, now, null))
                .call(webhook -> webhooks.add(webhook, secret))
                .map(webhook -> WebhookView.of(webhook, secret));
    }

    /** Names are looked up on a thread that may wait. */
    private Uni<Destination> reach(String url) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.executeBlocking(() -> destinations.of(url), false).toCompletionStage())
                .onFailure(NotAllowed.class)
                .transform(refused -> Invalid.field(
                        "url", WebhookService.class, refused.reason().name()));
    }

    private Uni<List<String>> placePath(Actor actor, @Nullable String place) {
        if (place == null) return Uni.createFrom().item(List.<String>of()).invoke(path -> mustWatch(actor, path));
        if (actor.isClient()) throw Invalid.field("place", WebhookService.class, "NoPlaceForClients");
        return directory
                .pathOf(place)
                .map(path -> path.orElseThrow(() -> Invalid.field("place", WebhookService.class, "UnknownPlace")))
                .invoke(path -> mustWatch(actor, path));
    }

    private static void mustWatch(Actor actor, List<String> path) {
        if (!actor.isClient() && !actor.mayWatch(path)) throw new Forbidden();
    }

    Uni<List<Webhook>> keptBy(Actor actor) {
        return transactions
                .read(webhooks::all)
                .map(all -> all.stream().filter(actor::mayKeep).toList());
    }

    /** Of somebody else there is none. */
    Uni<Webhook> find(Actor actor, UUID id) {
        return transactions
                .read(() -> webhooks.find(id))
                .map(found -> found.filter(actor::mayKeep).orElseThrow(NotFound::new));
    }

    Uni<Void> remove(Actor actor, UUID id) {
        return find(actor, id)
                .chain(() -> transactions.run(now -> webhooks.remove(id)))
                .call(subscriptions::refresh)
                .replaceWithVoid();
    }
}
