package org.nuanxin.journeys.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What is put where something sensible should stand. */
final class Poison {
    private static final String MARK = "here-it-comes";

    /** Texts that somebody might run, draw, count or stumble over; as they stand in JSON. */
    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\" \"",
            "\"'; drop table request; --\"",
            "\"<script>alert(1)</script>\"",
            "\"${jndi:ldap://localhost/x} #{7*7} {{7*7}} %s%n {0}\"",
            "\"=cmd|'/c calc'!A1\"",
            "\"../../../../etc/passwd\"",
            "\"a\\u0000b\"",
            "\"a\\r\\nX-Injected: 1\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202eevil\\u2066\"",
            "\"\\ufffe\\uffff\"",
            "\"" + "e\\u0301".repeat(500) + "\"");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1.5",
            "91",
            "181",
            "-181",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "-0.0",
            "007",
            "0x10",
            "\"1\"",
            "\"NaN\"",
            "9".repeat(5_000),
            "1e2147483647");

    private static final List<String> TIMES = List.of(
            "\"tomorrow\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-01-01T25:00:00Z\"",
            "\"2026-01-01T00:00:00+18:01\"",
            "\"2026-01-01\"",
            "\"1970-01-01T00:00:00Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"+294277-01-01T00:00:00Z\"",
            "\"-004714-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"+1000000001-01-01T00:00:00Z\"",
            "1e18",
            "99999999999999999999",
            "-1");

    private static final List<String> IDS = List.of(
            "\"x\"",
            "\"1-1-1-1-1\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"{0190b4de-0000-7000-8000-000000000001}\"",
            "\"0190B4DE-0000-7000-8000-00000000000G\"");

    private static final List<String> SHAPES = List.of(
            "null", "[]", "{}", "[null]", "{\"@class\":\"java.lang.Runtime\"}", "true", "\"true\"", "\"NOPE\"", "17");

    private Poison() {}

    /** The body with one place spoilt, each way in turn. */
    static List<Sample> spoilt(JsonNode specimen, String place) {
        return kinds(specimen.at(place)).stream()
                .map(raw -> new Sample(place + " = " + shortened(raw), spliced(specimen, place, raw.getBytes(UTF_8))))
                .toList();
    }

    /** What is too large to be sent to every place. */
    static List<Sample> large(JsonNode specimen, String place) {
        List<Sample> samples = new ArrayList<>();
        if (specimen.at(place).isTextual()) {
            String million = "\"" + "长".repeat(350_000) + "\"";
            samples.add(new Sample(place + " = 1 MB", spliced(specimen, place, million.getBytes(UTF_8))));
            for (byte[] broken : List.of(
                    new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                    new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                    new byte[] {'"', (byte) 0xff, '"'})) {
                samples.add(new Sample(place + " = no UTF-8", spliced(specimen, place, broken)));
            }
        } else if (specimen.at(place) instanceof ArrayNode array && !array.isEmpty()) {
            String many = "[" + (array.get(0) + ",").repeat(20_000) + array.get(0) + "]";
            samples.add(new Sample(place + " = 20,001 of them", spliced(specimen, place, many.getBytes(UTF_8))));
        }
        return samples;
    }

    private static List<String> kinds(JsonNode there) {
        List<String> kinds = new ArrayList<>(SHAPES);
        if (there.isNumber()) kinds.addAll(NUMBERS);
        if (there.isTextual()) {
            kinds.addAll(TEXTS);
            kinds.addAll(there.asText().matches("\\d{4}-.*|PT.*|\\d\\d:.*") ? TIMES : List.of("1e400", "NaN"));
            if (there.asText().equals(Specimen.NOBODYS_ID)) kinds.addAll(IDS);
        }
        return kinds;
    }

    private static byte[] spliced(JsonNode specimen, String place, byte[] raw) {
        if (place.isEmpty()) return raw;
        JsonNode copy = specimen.deepCopy();
        int slash = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, slash));
        String member = place.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) object.set(member, TextNode.valueOf(MARK));
        if (parent instanceof ArrayNode array) array.set(Integer.parseInt(member), TextNode.valueOf(MARK));
        String[] around = copy.toString().split("\"" + MARK + "\"", 2);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(around[0].getBytes(UTF_8));
        whole.writeBytes(raw);
        whole.writeBytes(around[1].getBytes(UTF_8));
        return whole.toByteArray();
    }

    /** Bodies that are nothing at all. */
    static List<Sample> broken(JsonNode specimen) {
        String fine = specimen.toString();
        List<Sample> samples = new ArrayList<>();
        for (String text : List.of(
                "",
                "{",
                "{\"a\"",
                "[]",
                "null",
                "\"text\"",
                "NaN",
                "1e400",
                "{\"a\":NaN}",
                fine + fine,
                fine.substring(0, fine.length() - 1),
                "\ufeff" + fine,
                "{a:1}",
                "{'a':1}",
                "/* */" + fine,
                "<xml/>",
                "[".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "{\"" + "k".repeat(100_000) + "\":1}",
                twice(fine))) {
            samples.add(new Sample("body " + shortened(text), text.getBytes(UTF_8)));
        }
        samples.add(new Sample("body of random bytes", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, (byte) 0xfe}));
        samples.add(new Sample("body of 3 MB", ("{\"a\":\"" + "x".repeat(3 << 20) + "\"}").getBytes(UTF_8)));
        return samples;
    }

    /** Every member twice. */
    private static String twice(String object) {
        return object.length() < 3
                ? "{\"a\":1,\"a\":2}"
                : object.substring(0, object.length() - 1) + "," + object.substring(1);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 40) + "… (" + text.length() + ")";
    }

    /** @param what for whoever reads the report */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(String what, byte[] body) {}
}
