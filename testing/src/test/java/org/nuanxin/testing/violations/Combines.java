package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;

public class Combines {
    public Uni<String> both(Uni<String> one, Uni<String> other) {
        return Uni.combine().all().unis(one, other).with((a, b) -> a + b);
    }
}
