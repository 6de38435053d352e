package org.nuanxin.stack.store;

import java.io.IOException;
import org.nuanxin.stack.start.CannotStart;

/** PostgreSQL refuses to run as root; then it runs in a user namespace, where the machine allows one. */
final class RootGuard {
    private RootGuard() {}

    static void requireUserNamespaces() {
        if (!"root".equals(System.getProperty("user.name")) || succeeds("unshare", "-U", "true")) return;
        throw new CannotStart("PostgreSQL refuses to run as root and this machine forbids user namespaces: "
                + "start Nuanxin as an ordinary user.");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
