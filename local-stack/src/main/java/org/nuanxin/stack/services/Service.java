package org.nuanxin.stack.services;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four services, in the order in which a request meets them. Each stands behind the front's port by its number. */
public enum Service {
    INTAKE(1),
    DISPATCH(2),
    VOLUNTEER(3),
    FEEDBACK(4);

    private final int number;

    Service(int number) {
        this.number = number;
    }

    /** Its name in paths, files and logs, and the name of its database and role. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int port(int portBase) {
        return portBase + number;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Service::label).toList();
    }

    Path jar(Path checkout) {
        return checkout.resolve(label() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
