package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;

class TopicTest {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void is_named_by_its_owner_its_nouns_and_its_version(Topic topic) {
        assertThat(topic.topicName()).matches("(intake|dispatch|volunteer|feedback)\\.[a-z]+s?\\.v[1-9]");
    }

    @Test
    void is_there_for_every_contract() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::contract))
                .containsExactlyInAnyOrder(asEvents(Event.class.getPermittedSubclasses()));
    }

    @Test
    void is_found_by_its_event_and_by_its_name() {
        var withdrawn = new RequestWithdrawn(UUID.randomUUID(), "community-1", 2, "mei", Instant.EPOCH);

        assertThat(Topic.of(withdrawn)).isEqualTo(Topic.REQUESTS);
        assertThat(Topic.named("intake.requests.v1")).contains(Topic.REQUESTS);
        assertThat(Topic.named("intake.requests.v2")).isEmpty();
    }

    @Test
    void shares_no_event_name_with_another() {
        assertThat(SamplesTest.events().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Event>[] asEvents(Class<?>[] contracts) {
        return (Class<? extends Event>[]) contracts;
    }
}
