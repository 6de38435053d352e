package org.nuanxin.stack.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nuanxin.stack.broker.Topics;
import org.nuanxin.stack.demo.DemoLoader;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/**
 * One part of the local stack by itself, in a container.
 *
 * <ul>
 *   <li>{@code front <url> <folder> <service>=<host:port>...} serves until it is stopped; its key is kept in the folder
 *   <li>{@code topics <host:port> [prefix]} makes what Kafka lacks and ends
 *   <li>{@code demo <url>} loads the demo data and ends; again, where it was interrupted
 * </ul>
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Console console = new Console(System.out);
        try {
            run(List.of(arguments), console);
        } catch (CannotStart e) {
            console.line(e.sentence());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments, Console console) throws IOException {
        String part = arguments.isEmpty() ? "" : arguments.getFirst();
        if (part.equals("front") && arguments.size() > 3) {
            Upstreams upstreams = Upstreams.parse(arguments.subList(3, arguments.size()));
            ContainerFront front = new ContainerFront(ContainerFront.MARKS, upstreams);
            Runtime.getRuntime().addShutdownHook(new Thread(front::close));
            front.start(arguments.get(1), Path.of(arguments.get(2)));
        } else if (part.equals("topics") && (arguments.size() == 2 || arguments.size() == 3)) {
            try (Topics topics = Topics.at(arguments.get(1), arguments.size() == 3 ? arguments.get(2) : "")) {
                topics.create();
            }
        } else if (part.equals("demo") && arguments.size() == 2) {
            new DemoLoader(arguments.getLast(), new SignedIn(arguments.getLast())).load();
        } else {
            throw new CannotStart(
                    "One of: front <url> <folder> <service>=<host:port>..., topics <host:port> [prefix], demo <url>");
        }
        console.ready(part);
    }
}
