package org.nuanxin.dispatch.volunteers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/** Remembers what was experienced with volunteers, in the transaction of what happened and, once that is sure, in memory. */
@ApplicationScoped
public class Experiences {
    private final Transactions transactions;
    private final Standings standings;
    private final AnswerRows answers;
    private final VolunteerMemory memory;

    Experiences(Transactions transactions, Standings standings, AnswerRows answers, VolunteerMemory memory) {
        this.transactions = transactions;
        this.standings = standings;
        this.answers = answers;
        this.memory = memory;
    }

    /** After the loads are locked. Where somebody would be asked too often the transaction starts again. */
    public Uni<Void> remember(List<Experience> experiences, Instant now) {
        Collection<Tally> tallies = Tally.of(experiences);
        UnitOfWork unit = transactions.unit();
        return Sql.inOneTrip(List.of(
                standings
                        .count(tallies, now)
                        .invoke(standing -> check(tallies, standing))
                        .invoke(standing -> unit.afterCommit(() -> memory.remember(standing))),
                answers.count(experiences, now).invoke(rows -> unit.afterCommit(() -> memory.learn(rows)))));
    }

    /** The memory learns at once what others have committed, so that the next attempt asks somebody else. */
    private void check(Collection<Tally> tallies, Map<UUID, Standing> standings) {
        boolean tooOften = false;
        for (Tally tally : tallies) {
            Standing standing = standings.getOrDefault(tally.volunteerId, Standing.NEW);
            if (tally.asked == 0 || standing.asked() <= tally.limit) continue;
            memory.remember(tally.volunteerId, standing.withoutAsking(tally.asked));
            tooOften = true;
        }
        if (tooOften) throw new AskedTooOften();
    }
}
