package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

public class OpensSessionTransaction {
    public Uni<Void> save(Mutiny.SessionFactory sessions) {
        return sessions.withTransaction(session -> session.flush());
    }
}
