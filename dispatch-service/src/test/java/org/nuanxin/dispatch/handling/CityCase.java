package org.nuanxin.dispatch.handling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A case of a city's own system, as it publishes them.
 *
 * @param target by when it was to be closed, null where nothing was promised
 * @param closed null where it is open
 * @param onTime the city's own verdict, null where it gives none
 */
record CityCase(
        String type,
        Instant opened,
        @Nullable Instant target,
        @Nullable Instant closed,
        @Nullable Boolean onTime) {
    static final ZoneId BOSTON = ZoneId.of("America/New_York");

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

    /** From a CSV file with a header, packed or not, as lines of text. */
    static List<CityCase> read(InputStream file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
            List<String> header = cells(Optional.ofNullable(reader.readLine()).orElse(""));
            List<CityCase> cases = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells = cells(line);
                cases.add(of(cells, header));
            }
            return cases;
        }
    }

    private static CityCase of(List<String> cells, List<String> header) {
        String verdict = cell("verdict", cells, header);
        return new CityCase(
                cell("type", cells, header),
                Optional.ofNullable(moment(cell("opened_at", cells, header))).orElseThrow(),
                moment(cell("target_at", cells, header)),
                moment(cell("closed_at", cells, header)),
                verdict.isEmpty() ? null : Boolean.valueOf(verdict.equals("ONTIME")));
    }

    private static String cell(String name, List<String> cells, List<String> header) {
        int column = header.indexOf(name);
        if (column < 0) throw new IllegalArgumentException("there is no column " + name);
        return cells.get(column);
    }

    private static @Nullable Instant moment(String local) {
        return local.isEmpty()
                ? null
                : LocalDateTime.parse(local.replace(' ', 'T')).atZone(BOSTON).toInstant();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        for (boolean more = true; more && cell.find(); more = !cell.group(3).isEmpty()) {
            String quoted = cell.group(1);
            cells.add(quoted == null ? cell.group(2) : quoted.replace("\"\"", "\""));
        }
        return cells;
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(file, 2);
        byte[] first = ahead.readNBytes(2);
        ahead.unread(first);
        boolean packed = first.length == 2 && first[0] == (byte) 0x1f && first[1] == (byte) 0x8b;
        return packed ? new GZIPInputStream(ahead) : ahead;
    }
}
