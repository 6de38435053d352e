package org.nuanxin.stack.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @TempDir
    Path folder;

    @Test
    void are_the_last_cause() throws IOException {
        assertThat(lastWords(
                        "started\nERROR failed\nCaused by: A: first\n\tat x\nCaused by: B: no such table\n\tat y\n"))
                .isEqualTo("B: no such table");
    }

    @Test
    void are_the_last_line_where_no_cause_is_named() throws IOException {
        assertThat(lastWords("started\nUnrecognized option: -Xnonsense\n\n"))
                .isEqualTo("Unrecognized option: -Xnonsense");
    }

    @Test
    void may_be_none() {
        assertThat(LastWords.in(folder.resolve("no.log"))).isEqualTo("without a word");
    }

    private String lastWords(String text) throws IOException {
        return LastWords.in(Files.writeString(folder.resolve("service.log"), text));
    }
}
