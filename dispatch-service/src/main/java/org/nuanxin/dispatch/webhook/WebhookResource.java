package org.nuanxin.dispatch.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.webhook.delivery.DeliveryLog.Delivery;
import org.nuanxin.dispatch.webhook.delivery.Secret;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Invalid;

/** Webhooks, for backends of mini-apps and partners, supervisors and administrators. */
@Path("/webhooks")
@RolesAllowed({"mini-app", "supervisor", "administrator"})
public class WebhookResource {
    private static final String KEY = "Idempotency-Key";

    private final WebhookService service;
    private final LogService log;
    private final Caller caller;

    WebhookResource(WebhookService service, LogService log, Caller caller) {
        this.service = service;
        this.log = log;
        this.caller = caller;
    }

    /**
     * What is wanted.
     *
     * @param events such as {@code offer.made}
     * @param place not for clients; for administrators null means everywhere
     */
    public record NewWebhook(
            @NotNull @Size(max = 2000) String url,
            @NotEmpty @Size(max = 20) List<@NotNull String> events,
            @Nullable @Size(max = 100) String place) {
        List<MessageType> types() {
            return events.stream().distinct().map(NewWebhook::type).toList();
        }

        private static MessageType type(String word) {
            return MessageType.of(word)
                    .orElseThrow(() ->
                            Invalid.field("events", WebhookResource.class, "UnknownEvent", word, MessageType.words()));
        }
    }

    /**
     * A webhook as its keeper sees it.
     *
     * @param disabledAt since when its address has been gone for good
     * @param secret with which messages are signed; only in the answer to its creation
     */
    public record WebhookView(
            UUID id,
            String url,
            List<String> events,
            @Nullable String place,
            String owner,
            Instant createdAt,
            @Nullable Instant disabledAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {
        static WebhookView of(Webhook webhook) {
            return of(webhook, null);
        }

        static WebhookView of(Webhook webhook, @Nullable Secret secret) {
            return new WebhookView(
                    webhook.id(),
                    webhook.url(),
                    webhook.types().stream().map(MessageType::word).toList(),
                    webhook.place(),
                    webhook.owner(),
                    webhook.createdAt(),
                    webhook.disabledAt(),
                    secret == null ? null : secret.text());
        }
    }

    @GET
    public Uni<List<WebhookView>> list() {
        return service.keptBy(actor())
                .map(kept -> kept.stream().map(WebhookView::of).toList());
    }

    @POST
    public Uni<Response> create(@HeaderParam(KEY) @Nullable String key, @NotNull @Valid NewWebhook wanted) {
        return service.create(actor(), key, wanted)
                .map(created -> Response.created(URI.create("/webhooks/" + created.id()))
                        .entity(created)
                        .build());
    }

    @GET
    @Path("{id}")
    public Uni<WebhookView> get(UUID id) {
        return service.find(actor(), id).map(WebhookView::of);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> remove(UUID id) {
        return service.remove(actor(), id);
    }

    /** Newest first. */
    @GET
    @Path("{id}/deliveries")
    public Uni<Response> deliveries(
            UUID id,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return log.newest(actor(), id, after, limit).map(page -> page(id, page, limit));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/redelivery")
    public Uni<Response> redeliver(@HeaderParam(KEY) @Nullable String key, UUID id, UUID delivery) {
        return log.redeliver(actor(), key, id, delivery)
                .map(asked -> Response.accepted(asked).build());
    }

    private Actor actor() {
        return Actor.of(caller);
    }

    private static Response page(UUID id, List<Delivery> page, int limit) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.size() < limit) return answer.build();
        String next = "/webhooks/%s/deliveries?after=%s&limit=%d"
                .formatted(id, page.getLast().id(), limit);
        return answer.link(URI.create(next), "next").build();
    }
}
