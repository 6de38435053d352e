package org.nuanxin.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh",
        "zh, zh",
        "zh-TW, zh",
        "en, en",
        "en-GB, en",
        "'en-US,en;q=0.9,zh-CN;q=0.8', en",
        "'zh-CN,zh;q=0.9,en;q=0.8', zh",
        "'fr;q=1,en;q=0.5', en",
        "fr, zh",
        "*, zh",
        "'', zh",
        "'!!', zh",
        "'en;q=0', zh"
    })
    void speak_the_language_that_fits_best(String accepted, String language) {
        assertThat(Texts.locale(accepted).getLanguage()).isEqualTo(language);
    }

    @Test
    void tell_back_what_was_sent_but_not_a_megabyte_of_it() {
        String told = Texts.of(TextsTest.class, Locale.ENGLISH).text("NoSuchWord", "\ud83d\ude00".repeat(500_000));

        assertThat(told).hasSizeLessThan(2000).contains("\ud83d\ude00…").doesNotContain("\ud83d…");
    }

    @Test
    void exist_in_both_languages() {
        var zh = ResourceBundle.getBundle("problems/kit", Locale.of("zh"));
        var en = ResourceBundle.getBundle("problems/kit", Locale.of("en"));

        assertThat(zh.keySet()).isEqualTo(en.keySet());
        assertThat(zh.getLocale()).isNotEqualTo(en.getLocale());
    }
}
