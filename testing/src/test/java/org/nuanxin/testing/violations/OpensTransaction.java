package org.nuanxin.testing.violations;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

public class OpensTransaction {
    @WithTransaction
    public Uni<Void> save() {
        return Uni.createFrom().voidItem();
    }
}
