package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;

public class Awaits {
    public String block(Uni<String> work) {
        return work.await().indefinitely();
    }
}
