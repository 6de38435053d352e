package org.nuanxin.stack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fills_in_text_that_stays_text_and_pieces_that_are_markup() {
        Template template = new Template("<p title=\"{{who}}\">{{who}}</p>{{list}}");

        assertThat(template.page(Map.of("who", "\"<b>$1&"), Map.of("list", "<ul></ul>")))
                .isEqualTo("<p title=\"&quot;&lt;b&gt;$1&amp;\">&quot;&lt;b&gt;$1&amp;</p><ul></ul>");
    }

    @Test
    void misses_a_value_by_its_name() {
        assertThatThrownBy(() -> new Template("{{who}}").text(Map.of())).hasMessage("who");
    }
}
