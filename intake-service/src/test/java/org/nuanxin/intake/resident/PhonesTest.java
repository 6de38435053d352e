package org.nuanxin.intake.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @ParameterizedTest
    @ValueSource(strings = {"13912345678", "139 1234 5678", "021-57940000", "02157940000", "+33123456789"})
    void can_be_dialled(String phone) {
        assertThat(Phones.dialable(phone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12912345678", "1391234567", "139123456789", "110", "call me", "+1", "１３９１２３４５６７８"})
    void cannot_be_dialled(String phone) {
        assertThat(Phones.dialable(phone)).isFalse();
    }
}
