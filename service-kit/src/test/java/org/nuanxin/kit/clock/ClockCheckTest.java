package org.nuanxin.kit.clock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.nuanxin.kit.Waiting.get;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.testing.StoresResource;

/** An instance … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ClockCheckTest {
    @Inject
    Pool pool;

    @Inject
    ClockLimits limits;

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({"0, UP", "20, UP", "-20, UP", "45, DOWN", "-45, DOWN", "3600, DOWN"})
    void is_ready_while_its_clock_is_less_than_half_a_minute_wrong(int seconds, Status status) {
        InstantSource wrong = () -> Instant.now().plusSeconds(seconds);

        HealthCheckResponse answer = get(new ClockCheck(pool, limits, metrics, wrong).call());

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getData().orElseThrow()).containsKey("aheadMillis");
        assertThat(metrics.get("nuanxin.clock.error").gauge().value()).isCloseTo(seconds, within(5.0));
    }

    @Test
    void says_how_far_its_clock_is_from_the_databases() {
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == \"" + ClockCheck.NAME + "\" }.status", equalTo("UP"));
    }
}
