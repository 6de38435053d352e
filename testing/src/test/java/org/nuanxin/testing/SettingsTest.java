package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever may set something can read of it, with its default, in {@code docs/settings.md}. */
class SettingsTest {
    static final Path ROOT = Path.of("..");
    static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([\\w.-]+)\"\\)");
    static final Pattern SETTING = Pattern.compile("(?:@WithDefault\\(\"([^\"$]*)[^)]*\\)\\s+)?\\S+ (\\w+)\\(\\);");

    /** @param value empty: none, or that of another setting */
    private record Setting(String name, String value) {
        boolean isToldIn(List<String> lines) {
            return lines.stream()
                    .filter(line -> line.startsWith("|") && line.contains("`" + name + "`"))
                    .anyMatch(line -> value.isEmpty() || line.contains(value));
        }
    }

    @Test
    void are_all_told() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/settings.md"));
        List<Setting> settings = settings();

        assertThat(settings).hasSizeGreaterThan(10);
        assertThat(settings).allMatch(setting -> setting.isToldIn(lines));
    }

    private static List<Setting> settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        try (DirectoryStream<Path> services = Files.newDirectoryStream(ROOT, "{service-kit,*-service}")) {
            for (Path service : services) {
                for (Path file : sources(service)) settings.addAll(settings(Files.readString(file)));
            }
        }
        return settings;
    }

    private static List<Path> sources(Path service) throws IOException {
        try (Stream<Path> files = Files.walk(service.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Setting> settings(String code) {
        Matcher mapping = MAPPING.matcher(code);
        if (!mapping.find()) return List.of();
        return SETTING.matcher(code.substring(mapping.end()))
                .results()
                .map(found -> new Setting(
                        environment(mapping.group(1) + "." + dashed(found.group(2))),
                        found.group(1) == null ? "" : found.group(1)))
                .toList();
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String environment(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
