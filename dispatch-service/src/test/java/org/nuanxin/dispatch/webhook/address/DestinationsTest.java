package org.nuanxin.dispatch.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.webhook.address.NotAllowed.Reason;

class DestinationsTest {
    static final Map<String, List<String>> NAMES = Map.of(
            "hooks.example.com", List.of("93.184.215.14"),
            "six.example.com", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
            "inside.example.com", List.of("10.0.0.7"),
            "both.example.com", List.of("93.184.215.14", "127.0.0.1"),
            "localhost", List.of("127.0.0.1"),
            "localhost.", List.of("127.0.0.1"));

    static final Destinations WORLD = destinations();

    static Destinations destinations(String... allowed) {
        return new Destinations(List.of(allowed), DestinationsTest::lookUp);
    }

    static InetAddress[] lookUp(String host) throws UnknownHostException {
        List<String> found = NAMES.get(host);
        return found == null
                ? InetAddress.getAllByName(numeric(host))
                : found.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    /** No test asks the name service of the machine it runs on. */
    static String numeric(String host) throws UnknownHostException {
        if (!host.contains(":") && !host.matches("[\\d.]+")) throw new UnknownHostException(host);
        return host;
    }

    static Reason refusal(Destinations destinations, String url) {
        return catchThrowableOfType(NotAllowed.class, () -> destinations.of(url))
                .reason();
    }

    @Test
    void are_where_the_name_leads() throws NotAllowed {
        Destination destination = WORLD.of("https://Hooks.Example.com/nuanxin?a=1&b=%20");

        assertThat(destination)
                .isEqualTo(new Destination(
                        true, InetAddress.ofLiteral("93.184.215.14"), "hooks.example.com", 443, "/nuanxin?a=1&b=%20"));
    }

    @Test
    void have_a_port_and_a_path_by_default() throws NotAllowed {
        assertThat(WORLD.of("https://six.example.com"))
                .extracting(Destination::port, Destination::target)
                .containsExactly(443, "/");
        assertThat(WORLD.of("https://hooks.example.com:8443/").port()).isEqualTo(8443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[3fff::1]",
                "[fc00::1]",
                "[fd12:3456:789a::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "inside.example.com",
                "both.example.com",
                "localhost",
                "localhost.",
                "LOCALHOST"
            })
    void are_never_inside(String host) {
        assertThat(refusal(WORLD, "https://" + host + "/hook")).isEqualTo(Reason.NOT_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "017700000001",
                "0177.0.0.1",
                "127.0.0.01",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7F.1",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "999.0.0.1",
                "1.2.3.4.5",
                "[fe80::1%25eth0]",
                "[::ffff:0x7f.1]",
                "１２７.0.0.1",
                "ⓛocalhost",
                "",
                "a b",
                "under_score.example.com",
                "hooks.example.com:0",
                "hooks.example.com:65536",
                "hooks.example.com:99999999999"
            })
    void are_not_written_in_disguise(String host) {
        assertThat(refusal(WORLD, "https://" + host + "/hook")).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://hooks.example.com/, NOT_HTTP",
        "file:///etc/passwd, NOT_HTTP",
        "gopher://hooks.example.com/, NOT_HTTP",
        "//hooks.example.com/, NOT_HTTP",
        "hooks.example.com, NOT_HTTP",
        "https:hooks.example.com, MALFORMED",
        "https:///hook, MALFORMED",
        "https://hooks.example.com/#top, MALFORMED",
        "https://hooks.example.com\\@127.0.0.1/, MALFORMED",
        "https://hooks.example.com@127.0.0.1/, CREDENTIALS",
        "https://name:word@hooks.example.com/, CREDENTIALS",
        "http://hooks.example.com/, NOT_SECURE",
        "https://nobody.example.com/, UNKNOWN_HOST"
    })
    void say_what_is_wrong(String url, Reason reason) {
        assertThat(refusal(WORLD, url)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:9999/hook, true",
        "localhost:9999, http://localhost:9999/hook, true",
        "localhost:9999, http://localhost:9998/hook, false",
        "127.0.0.1:9999, http://127.0.0.1:9999/hook, true",
        "127.0.0.1:9999, http://localhost:9999/hook, false",
        "127.0.0.0/8, http://localhost:9999/hook, true",
        "127.0.0.0/8, http://both.example.com/hook, false",
        "127.0.0.0/8, http://[::1]/hook, false",
        "::1/128, http://[::1]/hook, true",
        "10.0.0.0/29, http://inside.example.com/hook, true",
        "10.0.0.8/29, http://inside.example.com/hook, false",
        "127.0.0.0/8, http://127.1/hook, false",
        "127.0.0.0/8, http://name@127.0.0.1/hook, false"
    })
    void may_be_inside_where_an_operator_allows_it(String allowed, String url, boolean welcome) {
        Destinations destinations = destinations(allowed);

        Throwable refused = catchThrowable(() -> destinations.of(url));

        assertThat(refused == null).isEqualTo(welcome);
    }

    @Test
    void are_asked_for_anew_every_time() throws NotAllowed {
        Deque<String> meanings = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        Destinations rebound =
                new Destinations(List.of(), _ -> new InetAddress[] {InetAddress.ofLiteral(meanings.pop())});

        assertThat(rebound.of("https://fickle.example.com/").machine())
                .isEqualTo(InetAddress.ofLiteral("93.184.215.14"));
        assertThat(refusal(rebound, "https://fickle.example.com/")).isEqualTo(Reason.NOT_PUBLIC);
    }
}
