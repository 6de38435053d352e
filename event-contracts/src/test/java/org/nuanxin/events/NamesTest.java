package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"en, Lock opening", "en-GB, Lock opening", "zh-CN, 开锁", "zh, 开锁", "fr, 开锁"})
    void are_chinese_where_the_language_is_neither(String language, String expected) {
        assertThat(new Names("开锁", "Lock opening").in(language)).isEqualTo(expected);
    }
}
