package org.nuanxin.dispatch.volunteers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.kit.transactions.Transactions;

/** Brings what has changed about volunteers from the database into memory. */
@ApplicationScoped
public class VolunteerReader {
    private final Transactions transactions;
    private final Volunteers volunteers;
    private final VolunteerMemory memory;

    VolunteerReader(Transactions transactions, Volunteers volunteers, VolunteerMemory memory) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.memory = memory;
    }

    /** After something about these subjects has changed that stands elsewhere; every instance reads them again. */
    public Uni<Void> readAgain(Set<String> subjects, Instant now) {
        return volunteers.touch(subjects, now).chain(this::readAgain);
    }

    Uni<Void> readAgain(Set<UUID> ids) {
        return volunteers
                .find(ids)
                .invoke(helpers -> transactions.unit().afterCommit(() -> memory.put(List.copyOf(helpers.values()))))
                .replaceWithVoid();
    }
}
