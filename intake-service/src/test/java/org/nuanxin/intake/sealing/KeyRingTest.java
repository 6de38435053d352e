package org.nuanxin.intake.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    Key oldKey = key(1);
    Key newKey = key(2);
    KeyRing ring = new KeyRing(newKey, Stream.of(oldKey));

    @Test
    void opens_what_it_sealed() {
        String sealed = ring.seal("海棠一村 202", "request-1");

        assertThat(sealed).startsWith(newKey.id() + ":").doesNotContain("海棠");
        assertThat(ring.open(sealed, "request-1")).isEqualTo("海棠一村 202");
    }

    @Test
    void never_seals_the_same_twice_alike() {
        assertThat(ring.seal("door", "request-1")).isNotEqualTo(ring.seal("door", "request-1"));
    }

    @Test
    void opens_for_no_other_owner() {
        String sealed = ring.seal("door", "request-1");

        assertThatThrownBy(() -> ring.open(sealed, "request-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opens_nothing_that_was_tampered_with() {
        String sealed = ring.seal("door", "request-1");
        char last = sealed.charAt(20);
        String tampered = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThatThrownBy(() -> ring.open(tampered, "request-1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opens_what_a_former_key_sealed() {
        String sealed = new KeyRing(oldKey, Stream.of()).seal("door", "request-1");

        assertThat(ring.open(sealed, "request-1")).isEqualTo("door");
        assertThatThrownBy(() -> new KeyRing(newKey, Stream.of()).open(sealed, "request-1"))
                .hasMessageContaining(oldKey.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "MDEyMzQ1Njc4OWFiY2RlZg=="})
    void takes_no_key_that_is_not_256_bits(String key) {
        assertThatThrownBy(() -> Key.parse(key)).hasMessageContaining("256 bits");
    }

    @Test
    void is_not_made_up_where_residents_are_served() {
        assertThatThrownBy(() -> Sealing.keyFor(LaunchMode.NORMAL)).hasMessageContaining("NUANXIN_CONTACT_KEY");
        assertThat(Sealing.keyFor(LaunchMode.DEVELOPMENT)).isNotEqualTo(Sealing.keyFor(LaunchMode.DEVELOPMENT));
    }

    static Key key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Key.parse(Base64.getEncoder().encodeToString(bytes));
    }
}
