package org.nuanxin.dispatch.webhook.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.webhook.address.NotAllowed.Reason;

/**
 * The address of a subscriber, taken apart once, so that what is checked is what is called. Hosts are names or addresses in their
 * one plain form: {@code 2130706433}, {@code 0x7f.1} or {@code 127.1} are refused whatever they mean.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param target path and query
 */
record WebhookUrl(boolean secure, String host, int port, String target) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
    private static final String BYTE = "(0|[1-9]\\d{0,2})";
    private static final Pattern DOTTED_QUAD = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    static WebhookUrl parse(String text) throws NotAllowed {
        URI uri = uri(text);
        String scheme = lower(uri.getScheme());
        if (!SCHEMES.contains(scheme)) throw new NotAllowed(Reason.NOT_HTTP);
        if (uri.getRawUserInfo() != null) throw new NotAllowed(Reason.CREDENTIALS);
        String host = lower(uri.getHost());
        if (host.isEmpty() || disguised(host) || uri.getRawFragment() != null) throw new NotAllowed(Reason.MALFORMED);
        boolean secure = scheme.equals("https");
        return new WebhookUrl(secure, host, port(uri.getPort(), secure), target(uri));
    }

    /** As a resolver wants it. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static URI uri(String text) throws NotAllowed {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            throw new NotAllowed(Reason.MALFORMED);
        }
    }

    private static boolean disguised(String host) {
        return host.contains("%")
                || (NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches());
    }

    private static int port(int given, boolean secure) throws NotAllowed {
        if (given == 0 || given > 65_535) throw new NotAllowed(Reason.MALFORMED);
        if (given > 0) return given;
        return secure ? 443 : 80;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
