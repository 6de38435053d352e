package org.nuanxin.stack;

import java.io.IOException;

/** Shows the first page, where there is a desktop to show it on. */
final class Browser {
    private Browser() {}

    static void open(String url) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        if (!mac && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) return;
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", url)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.getLogger(Browser.class.getName()).log(System.Logger.Level.INFO, "no browser to open", e);
        }
    }
}
