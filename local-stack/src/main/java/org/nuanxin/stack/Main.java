package org.nuanxin.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/** What {@code ./start} runs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        Started started = new Started();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (started.something()) console.line("stopping");
            started.close();
        }));
        endWith(Long.getLong("nuanxin.launcher"));
        try {
            Path checkout = Path.of(System.getProperty("nuanxin.checkout", "")).toAbsolutePath();
            String home = Optional.ofNullable(System.getenv("NUANXIN_HOME")).orElse(".nuanxin");
            new Stack(Options.parse(arguments), checkout, console, started).start(checkout.resolve(home));
        } catch (CannotStart e) {
            console.line(e.sentence());
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            System.getLogger(Main.class.getName()).log(System.Logger.Level.ERROR, "the start failed", e);
            console.line("The start failed (%s): see logs/stack.log in the data folder.".formatted(e));
            System.exit(1);
        }
    }

    /** The script that started this process is its only remote control: when it is killed, the stack stops. */
    private static void endWith(@Nullable Long launcher) {
        if (launcher == null) return;
        Thread.startVirtualThread(() -> {
            ProcessHandle.of(launcher).ifPresent(script -> script.onExit().join());
            System.exit(0);
        });
    }
}
