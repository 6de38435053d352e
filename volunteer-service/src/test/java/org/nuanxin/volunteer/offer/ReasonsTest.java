package org.nuanxin.volunteer.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.TravelMode;

class ReasonsTest {
    static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "240, WALK, 6, '4 minutes away on foot, certificate valid, last job 6 days ago', '步行约4分钟，证书有效，上次帮忙是6天前'",
        "10, EBIKE, 1, '1 minute away by e-bike, certificate valid, last job a day ago', '骑电动车约1分钟，证书有效，上次帮忙是1天前'",
        "625, CAR, 0, '10 minutes away by car, certificate valid, last job within a day', '开车约10分钟，证书有效，24小时内刚帮过忙'",
        "625, , , '10 minutes away, certificate valid', '约10分钟可到，证书有效'",
    })
    void are_one_sentence(
            int seconds, @Nullable TravelMode mode, @Nullable Integer days, String english, String chinese) {
        OfferMade question = question(seconds, mode, days, List.of("SERVES_THE_PLACE", "CREDENTIAL_VALID", "FREE"));

        assertThat(Reasons.sentence(question, "en")).isEqualTo(english);
        assertThat(Reasons.sentence(question, "zh")).isEqualTo(chinese);
    }

    @Test
    void say_nothing_that_dispatch_has_not_said() {
        assertThat(Reasons.sentence(question(240, TravelMode.WALK, null, List.of("NEWER_CODE")), "en"))
                .isEqualTo("4 minutes away on foot");
        assertThat(Reasons.sentence(question(240, TravelMode.WALK, null, List.of("WIDENED", "URGENT_ON_CALL")), "en"))
                .isEqualTo("4 minutes away on foot, outside the area you serve, you may be called for urgent matters");
    }

    private static OfferMade question(
            int seconds, @Nullable TravelMode mode, @Nullable Integer days, List<String> reasons) {
        UUID any = new UUID(0, 1);
        Instant lastHelpedAt =
                days == null ? null : NOW.minus(Duration.ofDays(days)).minusSeconds(60);
        return new OfferMade(
                any,
                "community-1",
                1,
                any,
                any,
                any,
                "volunteer-1",
                null,
                "lock-opening",
                List.of(),
                null,
                null,
                null,
                300,
                seconds,
                reasons,
                mode,
                lastHelpedAt,
                true,
                NOW,
                "engine",
                NOW);
    }
}
