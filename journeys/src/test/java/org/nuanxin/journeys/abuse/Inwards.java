package org.nuanxin.journeys.abuse;

import java.util.List;

/** Addresses that lead inside, plainly or in disguise. The local stack lets webhooks go to localhost, and to nothing else inside. */
final class Inwards {
    static final List<String> ADDRESSES = List.of(
            "http://10.0.0.1/",
            "https://192.168.1.1/",
            "https://172.16.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://[::]/",
            "https://[fe80::1]/",
            "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[::ffff:a9fe:a9fe]/",
            "https://[64:ff9b::a9fe:a9fe]/",
            "https://[2002:a9fe:a9fe::]/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://017700000001/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://0x7f.1/",
            "https://2852039166/",
            "https://169.254.169.254./",
            "https://user:word@localhost/",
            "https://localhost%00.example.com/",
            "https://localhost:0/",
            "https://localhost:99999/",
            "https://localhost#@example.com/",
            "file:///etc/passwd",
            "gopher://localhost:9/",
            "jar:http://localhost!/x",
            "//localhost/",
            "localhost",
            "https://",
            "https://no-such-host.invalid/");

    private Inwards() {}

    static String body(String address) {
        return "{\"url\":\"" + address + "\",\"events\":[]}";
    }
}
