package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;

public class Subscribes {
    public void forget(Uni<String> work) {
        work.subscribe().with(done -> {});
    }
}
