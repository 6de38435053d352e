package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Embeddable;

@Embeddable
public record WaitingEntity(String id) {
    public Uni<String> reload() {
        return Uni.createFrom().item(id);
    }
}
