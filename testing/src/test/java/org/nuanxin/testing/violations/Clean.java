package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import java.time.Instant;
import java.util.function.Function;

public class Clean {
    private final Function<String, Uni<String>> greeting;

    public Clean(Function<String, Uni<String>> greeting) {
        this.greeting = greeting;
    }

    @GET
    public Uni<String> greet(String name, Instant now) {
        return greeting.apply(name).map(words -> now + ": " + words);
    }
}
