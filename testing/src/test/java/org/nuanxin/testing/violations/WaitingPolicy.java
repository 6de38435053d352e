package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Multi;

public class WaitingPolicy {
    public Multi<String> choose() {
        return Multi.createFrom().empty();
    }
}
