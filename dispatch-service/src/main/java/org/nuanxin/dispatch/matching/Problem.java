package org.nuanxin.dispatch.matching;

import java.util.Arrays;
import java.util.Objects;

/**
 * Which volunteer could take which request, and at what cost. A volunteer takes one request at most (who may take more stands
 * here once for each); a request may also be left with nobody, at a cost of its own. The arcs of a request stand together, in
 * flat arrays that are read in order.
 */
public final class Problem {
    /** The sum of three costs must fit into an int. */
    public static final int DEAREST = 1 << 29;

    final int volunteers;
    final int[] nobody;
    /** Where the arcs of each request begin, and at last where all of them end. */
    final int[] firstArc;

    final int[] volunteer;
    final int[] cost;

    private Problem(Builder built) {
        volunteers = built.volunteers;
        nobody = Arrays.copyOf(built.nobody, built.requests);
        firstArc = Arrays.copyOf(built.firstArc, built.requests + 1);
        firstArc[built.requests] = built.arcs;
        volunteer = Arrays.copyOf(built.volunteer, built.arcs);
        cost = Arrays.copyOf(built.cost, built.arcs);
    }

    /** Volunteers are counted from 0, and so are the requests in the order in which they are named. */
    public static Builder among(int volunteers) {
        return new Builder(volunteers);
    }

    public int requests() {
        return nobody.length;
    }

    public int volunteers() {
        return volunteers;
    }

    public int arcs() {
        return cost.length;
    }

    public int costOfNobody(int request) {
        return nobody[request];
    }

    /** The arcs of a request are those from here to the first of the next. */
    public int firstArc(int request) {
        return firstArc[request];
    }

    public int volunteer(int arc) {
        return volunteer[arc];
    }

    public int cost(int arc) {
        return cost[arc];
    }

    /** Takes the requests one after another, each followed by its arcs. */
    public static final class Builder {
        private final int volunteers;
        private int requests;
        private int arcs;
        private int[] nobody = new int[16];
        private int[] firstArc = new int[17];
        private int[] volunteer = new int[128];
        private int[] cost = new int[128];

        private Builder(int volunteers) {
            this.volunteers = volunteers;
        }

        /** One more request, and what it costs to leave it with nobody. */
        public Builder request(int costOfNobody) {
            if (requests == nobody.length) {
                nobody = Arrays.copyOf(nobody, 2 * requests);
                firstArc = Arrays.copyOf(firstArc, 2 * requests + 1);
            }
            nobody[requests] = possible(costOfNobody);
            firstArc[requests++] = arcs;
            return this;
        }

        /** Somebody who could take the request named last. */
        public Builder arc(int toVolunteer, int atCost) {
            if (requests == 0) throw new IllegalArgumentException("an arc before the first request");
            if (arcs == cost.length) {
                volunteer = Arrays.copyOf(volunteer, 2 * arcs);
                cost = Arrays.copyOf(cost, 2 * arcs);
            }
            volunteer[arcs] = Objects.checkIndex(toVolunteer, volunteers);
            cost[arcs++] = possible(atCost);
            return this;
        }

        public Problem build() {
            return new Problem(this);
        }

        private static int possible(int cost) {
            if (cost < 0 || cost > DEAREST) throw new IllegalArgumentException("no cost: " + cost);
            return cost;
        }
    }
}
