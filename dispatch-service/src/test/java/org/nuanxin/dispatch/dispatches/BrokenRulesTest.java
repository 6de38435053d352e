package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;

class BrokenRulesTest {
    @ParameterizedTest
    @EnumSource
    void are_told_in_both_languages(Rule rule) {
        String name = Arrays.stream(rule.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());

        for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            assertThat(ResourceBundle.getBundle("problems/dispatch", language).getString(name))
                    .isNotBlank();
        }
    }
}
