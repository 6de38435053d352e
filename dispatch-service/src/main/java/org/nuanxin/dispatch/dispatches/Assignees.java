package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.volunteers.Volunteers;
import org.nuanxin.events.Holder;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.transactions.Transactions;

/** Who is meant by the kind and id of an assignee. */
@ApplicationScoped
class Assignees {
    private final Transactions transactions;
    private final Volunteers volunteers;

    Assignees(Transactions transactions, Volunteers volunteers) {
        this.transactions = transactions;
        this.volunteers = volunteers;
    }

    Uni<Holder> holder(Holder.Kind kind, String id) {
        if (kind == Holder.Kind.STAFF) return Uni.createFrom().item(new Holder(kind, id, id));
        UUID volunteerId = uuid(id);
        return transactions
                .read(() -> volunteers.find(Set.of(volunteerId)))
                .map(found -> Optional.ofNullable(found.get(volunteerId)).orElseThrow(Assignees::unknown))
                .map(Assignees::holder);
    }

    private static Holder holder(Helper helper) {
        return new Holder(
                helper.profile().kind(),
                helper.id().toString(),
                helper.profile().subject());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Invalid unknown() {
        return Invalid.field("assignee.id", Assignees.class, "UnknownPerson");
    }
}
