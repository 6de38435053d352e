package org.nuanxin.dispatch.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Cells.Cell;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.events.Urgency;

/**
 * One search through a shelf: outward from the place, ring of cells by ring of cells, until nobody further away can be better.
 * Whoever may be asked for a place's sake, however far away they live, is found by the places.
 */
final class Lookup {
    /** So few are read at once; where there are more, the nearest of them are met on the way. */
    private static final int FEW = 256;

    /** A cell is as much work as so many people. */
    private static final int CELL_WORK = 8;

    /** Not even to the very spot. */
    private static final double NOWHERE = -1;

    private final Shelf shelf;
    private final Cells.Reader cells;
    private final Bound bound;
    private final Near near;
    private final Best best;
    private final Nearest nearest = new Nearest();
    private final boolean urgent;
    private final List<Posting> listed;
    private final int listedPeople;
    private final double neighbours;
    private boolean listsRead;
    private int work;

    Lookup(Shelf shelf, Wanted wanted, int atMost) {
        this.shelf = shelf;
        cells = shelf.cells().new Reader();
        bound = new Bound(wanted);
        near = bound.near();
        best = new Best(wanted, atMost);
        urgent = wanted.urgency() == Urgency.URGENT;
        listed = shelf.listed(wanted);
        listedPeople = people(listed);
        neighbours = wanted.reach() == Reach.NEIGHBOURS ? wanted.neighbourMetres() : NOWHERE;
    }

    private static int people(List<Posting> postings) {
        int people = 0;
        for (Posting posting : postings) people += posting.size();
        return people;
    }

    List<Candidate> best() {
        if (listedPeople <= FEW) readLists();
        double reached = Math.max(comeOfThemselves(), neighbours);
        for (int ring = 0; ; ring++) {
            double metres = ring == 0 ? 0 : unseenFrom(ring);
            if (best.isBeyond(metres)) break;
            if (metres > reached && (listsRead || work > listedPeople)) {
                if (!listsRead) readLists();
                break;
            }
            if (work > shelf.size() + FEW) {
                shelf.everybody().forEach(person -> best.consider(person.helper));
                break;
            }
            visit(ring);
        }
        return best.inOrder();
    }

    private double comeOfThemselves() {
        return shelf.widestRadius() == 0 ? NOWHERE : shelf.widestRadius();
    }

    /** How far whatever lies in a ring of cells, or beyond, is away at least. */
    private double unseenFrom(int ring) {
        return near.atLeast(toTheEdge(near.lat(), ring), toTheEdge(near.lon(), ring));
    }

    private static int toTheEdge(int here, int ring) {
        int inCell = here % Cells.SIZE;
        return Math.min(ring * Cells.SIZE - inCell, (ring - 1) * Cells.SIZE + inCell + 1);
    }

    private void visit(int ring) {
        int row = near.lat() / Cells.SIZE;
        int column = near.lon() / Cells.SIZE;
        for (int r = row - ring; r <= row + ring; r++) {
            int step = Math.abs(r - row) == ring ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) visit(cells.get(new Cell(r, c)));
        }
        nearest.lookAtThem(best);
    }

    private void visit(@Nullable Posting posting) {
        work += CELL_WORK;
        if (posting == null) return;
        Posting.Content content = posting.content();
        work += content.size();
        collect(content, listsRead);
    }

    private void readLists() {
        listsRead = true;
        for (Posting posting : listed) collect(posting.content(), false);
        nearest.lookAtThem(best);
    }

    /** @param ofThemselves whether only who comes that far of themselves, or as a neighbour, has not been seen yet */
    private void collect(Posting.Content content, boolean ofThemselves) {
        for (int i = 0; i < content.size(); i++) {
            long spot = content.spot(i);
            if (!Spot.comes(spot, urgent)) continue;
            double squared = near.atLeastSquared(spot);
            double furthest = Math.max(neighbours, Spot.radius(spot));
            if (ofThemselves && squared > furthest * furthest) continue;
            double cost = bound.cost(spot, squared);
            if (best.mayTake(cost)) nearest.add(cost, content.person(i));
        }
    }
}
