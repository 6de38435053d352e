package org.nuanxin.dispatch.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;
import org.nuanxin.events.Clock;

/** A policy as it was stored before there were parts, calendars, weights and limits, and the key of a round that goes by it. */
class OldPolicyTest {
    static final String OLD = """
            {"key":{"scope":"community-1:*:ordinary","version":3},
             "response":{"within":"PT20M","warnings":[{"at":0.6,"tells":"GRID"}],"breachTells":"COMMUNITY"},
             "closure":{"within":"PT48H","warnings":[],"breachTells":"STREET"},
             "phases":[{"startAfter":"PT0S","parallel":3,"offerWait":"PT2M","reach":"SERVING","tells":null}],
             "window":{"opens":"09:00:00","closes":"20:00:00","zone":"Asia/Shanghai"},
             "searchLead":"PT4H","neighbourMetres":1000,
             "alerts":{"unacknowledged":"PT5M","responsePersists":"PT10M","closurePersists":"PT2H",
                       "deskMatter":"GRID","desk":"COMMUNITY"},
             "holding":{"confirmReminder":"PT5M","confirmWithin":"PT10M","startReminder":"PT1H","noShow":"PT3H"},
             "closing":{"pauses":{"WEATHER":"PT48H"},"longestExtension":"PT168H","autoClose":"PT72H",
                        "reopenable":"PT168H","grantedAtReopening":"PT4H"}}
            """;

    JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void is_read_and_goes_on_as_it_was_meant() throws JsonProcessingException {
        PolicyKey key = json.readValue("{\"scope\":\"community-1:*:ordinary\",\"version\":3}", PolicyKey.class);
        Pages pages = new Pages(List.of(json.readValue(OLD, PolicyParts.class).with(key)), List.of(), 1);

        Policy policy = pages.policy(key);

        assertThat(policy.key()).isEqualTo(key);
        assertThat(policy.response().within()).isEqualTo(Duration.ofMinutes(20));
        assertThat(policy.hours(Clock.CLOSURE).always()).isTrue();
        assertThat(policy.window().openFrom(Instant.parse("2026-03-02T12:00:00Z")))
                .isEqualTo("2026-03-03T01:00:00Z");
    }
}
