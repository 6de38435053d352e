package org.nuanxin.feedback.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void defuses_formulas(String text) {
        assertThat(Csv.line(text)).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void leaves_numbers_alone_and_nothing_empty() {
        assertThat(Csv.line(-1, new BigDecimal("0.5000"), null, "")).isEqualTo("-1,0.5000,,\r\n");
    }

    @Test
    void quotes_what_would_break_the_line() {
        assertThat(Csv.line("a,b", "say \"hi\"", "two\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }
}
