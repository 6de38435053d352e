package org.nuanxin.dispatch.matching;

import static org.nuanxin.dispatch.matching.Standing.NONE;

import java.util.Arrays;

/**
 * Places a request by the cheapest way in which others move on to make room: Dijkstra's algorithm over what each would pay
 * more than it pays now. It ends at somebody free, or where a request is content with nobody, and looks at no more of the
 * town than that takes.
 */
final class Paths {
    private static final int FAR = Integer.MAX_VALUE;

    private final Problem problem;
    private final Standing standing;
    /** By volunteer, what it costs to get there. */
    private final int[] distance;
    /** By volunteer, the request and its arc that lead there. */
    private final int[] from;

    private final int[] via;
    private final Heap queue;
    /** Those who are as near as whoever is being looked at need no queue. */
    private final int[] atHand;

    private int atHandCount;
    private final int[] settled;
    private int settledCount;

    // the cheapest end so far: somebody free, or a request that is left with nobody
    private int bound;
    private int freeVolunteer;
    private int forsaken;

    Paths(Standing standing) {
        this.standing = standing;
        this.problem = standing.problem;
        distance = new int[problem.volunteers()];
        Arrays.fill(distance, FAR);
        from = new int[problem.volunteers()];
        via = new int[problem.volunteers()];
        atHand = new int[problem.volunteers()];
        settled = new int[problem.volunteers()];
        queue = new Heap(distance);
    }

    void place(int request) {
        endAt(NONE, request, problem.nobody[request]);
        look(request, 0, NONE);
        for (int volunteer = nearest(); volunteer != NONE; volunteer = nearest()) settle(volunteer);
        raisePrices();
        moveOn(request);
    }

    private void endAt(int volunteer, int request, int cost) {
        freeVolunteer = volunteer;
        forsaken = request;
        bound = cost;
    }

    private void settle(int volunteer) {
        settled[settledCount++] = volunteer;
        int here = distance[volunteer];
        int request = standing.holder[volunteer];
        int more = here - standing.priceOf(standing.taken[request]);
        if (more + problem.nobody[request] < bound) endAt(NONE, request, more + problem.nobody[request]);
        look(request, more, here);
    }

    /** @param more what the way costs so far, less what the request pays now */
    private void look(int request, int more, int here) {
        for (int arc = problem.firstArc[request]; arc < problem.firstArc[request + 1]; arc++) {
            int volunteer = problem.volunteer[arc];
            int there = more + standing.priceOf(arc);
            if (there >= bound || there >= distance[volunteer]) continue;
            from[volunteer] = request;
            via[volunteer] = arc;
            if (standing.holder[volunteer] == NONE) {
                endAt(volunteer, NONE, there);
                if (there == here) return;
            } else reach(volunteer, there, here);
        }
    }

    private void reach(int volunteer, int there, int here) {
        boolean waiting = distance[volunteer] != FAR;
        distance[volunteer] = there;
        if (there == here) {
            if (waiting) queue.remove(volunteer);
            atHand[atHandCount++] = volunteer;
        } else if (waiting) queue.nearer(volunteer);
        else queue.add(volunteer);
    }

    /** The next to be looked at, unless the path has already ended nearer. */
    private int nearest() {
        int volunteer = atHandCount > 0 ? atHand[atHandCount - 1] : queue.first();
        if (volunteer == NONE || distance[volunteer] >= bound) return NONE;
        if (atHandCount > 0) atHandCount--;
        else queue.remove(volunteer);
        return volunteer;
    }

    /** So that everybody on the path is as content where they will be as where they were. */
    private void raisePrices() {
        for (int i = 0; i < settledCount; i++) {
            standing.price[settled[i]] += bound - distance[settled[i]];
            distance[settled[i]] = FAR;
        }
        for (int i = 0; i < atHandCount; i++) distance[atHand[i]] = FAR;
        settledCount = 0;
        atHandCount = 0;
        queue.clear(FAR);
    }

    private void moveOn(int placed) {
        int volunteer = freeVolunteer;
        if (volunteer == NONE) {
            if (forsaken == placed) return;
            volunteer = problem.volunteer[standing.taken[forsaken]];
            standing.taken[forsaken] = NONE;
        }
        int request;
        do {
            request = from[volunteer];
            int arc = via[volunteer];
            int before = standing.taken[request];
            standing.take(request, arc);
            volunteer = before == NONE ? NONE : problem.volunteer[before];
        } while (request != placed);
    }
}
