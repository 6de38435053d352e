package org.nuanxin.volunteer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.Holder;

class HelpersTest {
    @ParameterizedTest
    @CsvSource({
        "宋永康,   VOLUNTEER, 宋师傅",
        "' 郑金宝', VOLUNTEER, 郑师傅",
        "𠮷田,     VOLUNTEER, 𠮷师傅",
        "Li Wei,   VOLUNTEER, L师傅",
        "顺潮出行, PARTNER,   顺潮出行"
    })
    void are_called_by_their_surname_and_partners_by_their_name(String displayName, Holder.Kind kind, String called) {
        assertThat(Helpers.name(displayName, kind)).isEqualTo(called);
    }
}
