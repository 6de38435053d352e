package org.nuanxin.dispatch.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {
    /** The example that the libraries of Standard Webhooks are tested with. */
    static final Secret PUBLISHED = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    static final String BODY = "{\"test\": 2432232314}";

    @Test
    void signs_as_published() {
        assertThat(PUBLISHED.sign(ID, AT, BODY)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signs_id_time_and_every_letter() {
        String signature = PUBLISHED.sign(ID, AT, BODY);

        assertThat(PUBLISHED.sign("msg_other", AT, BODY)).isNotEqualTo(signature);
        assertThat(PUBLISHED.sign(ID, AT.plusSeconds(1), BODY)).isNotEqualTo(signature);
        assertThat(PUBLISHED.sign(ID, AT, BODY + " ")).isNotEqualTo(signature);
        assertThat(Secret.random().sign(ID, AT, BODY)).isNotEqualTo(signature);
    }

    @Test
    void is_long_enough_and_each_time_another() {
        Secret secret = Secret.random();

        assertThat(secret.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
        assertThat(Secret.random()).isNotEqualTo(secret);
    }

    @Test
    void is_never_printed() {
        assertThat(PUBLISHED).hasToString("whsec_…");
    }
}
