package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Topic;

class SamplesTest {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void hold_one_event_of_each_type_of_a_topic(Topic topic) {
        assertThat(Samples.of(topic)).extracting(Object::getClass).isEqualTo(topic.types());
    }

    @Test
    void are_events_and_the_text_they_were_sent_as() {
        assertThat(Samples.of(RequestSubmitted.class).serviceType()).isEqualTo("lock-opening");
        assertThat(Samples.json(RequestSubmitted.class)).contains("\"serviceType\": \"lock-opening\"");
    }

    @Test
    void are_refused_for_what_is_no_event() {
        assertThatThrownBy(() -> Samples.json(String.class)).hasMessageContaining("String.json");
    }
}
