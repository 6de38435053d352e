package org.nuanxin.dispatch.volunteers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.dispatch.experience.Experience.Asked;
import org.nuanxin.dispatch.experience.Experience.Helped;
import org.nuanxin.dispatch.experience.Experience.Rated;

/** What a transaction adds to what is remembered of one volunteer. */
final class Tally {
    final UUID volunteerId;
    int asked;
    int limit = Integer.MAX_VALUE;
    int helped;
    int ratings;
    int stars;
    boolean accepted;
    int refusals;

    private Tally(UUID volunteerId) {
        this.volunteerId = volunteerId;
    }

    /** In the order of their ids, in which their rows are locked. */
    static Collection<Tally> of(List<Experience> experiences) {
        Map<UUID, Tally> tallies = new TreeMap<>();
        for (Experience experience : experiences) {
            tallies.computeIfAbsent(experience.volunteerId(), Tally::new).add(experience);
        }
        return tallies.values();
    }

    private void add(Experience experience) {
        switch (experience) {
            case Asked one -> {
                asked++;
                limit = Math.min(limit, one.limit());
            }
            case Answered answered -> add(answered.answer());
            case Helped _ -> helped++;
            case Rated rated -> {
                ratings++;
                stars += rated.stars();
            }
        }
    }

    private void add(Answer answer) {
        if (answer == Answer.ACCEPTED) {
            accepted = true;
            refusals = 0;
        } else if (answer == Answer.REFUSED) refusals++;
    }
}
