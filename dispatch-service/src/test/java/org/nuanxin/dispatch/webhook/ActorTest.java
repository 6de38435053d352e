package org.nuanxin.dispatch.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {
    static final Map<String, Actor> ACTORS = Map.of(
            "administrator", new Actor("administrator-1", true, false, Set.of()),
            "community lead", new Actor("supervisor-1", false, true, Set.of("community-1")),
            "other lead", new Actor("supervisor-2", false, true, Set.of("community-2")),
            "street lead", new Actor("street-supervisor-1", false, true, Set.of("street-1")),
            "client", new Actor("mini-app-1", false, false, Set.of()),
            "other client", new Actor("mini-app-2", false, false, Set.of("street-1")));

    static final Map<String, Webhook> WEBHOOKS = Map.of(
            "client's", webhook("mini-app-1", true),
            "community's", webhook("administrator-1", false, "street-1", "community-1"),
            "everywhere's", webhook("administrator-1", false),
            "own", webhook("supervisor-2", false, "street-1", "community-1"));

    static Webhook webhook(String owner, boolean forClient, String... path) {
        return new Webhook(
                UUID.randomUUID(),
                owner,
                forClient,
                List.of(path),
                "https://x.example",
                List.of(),
                Instant.EPOCH,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, client's, true",
        "administrator, community's, true",
        "administrator, everywhere's, true",
        "community lead, community's, true",
        "community lead, everywhere's, false",
        "community lead, client's, false",
        "street lead, community's, true",
        "street lead, everywhere's, false",
        "other lead, community's, false",
        "other lead, own, true",
        "client, client's, true",
        "client, community's, false",
        "other client, client's, false",
        "other client, community's, false",
    })
    void may_keep_what_is_within_reach(String actor, String webhook, boolean may) {
        assertThat(requireNonNull(ACTORS.get(actor)).mayKeep(requireNonNull(WEBHOOKS.get(webhook))))
                .isEqualTo(may);
    }
}
