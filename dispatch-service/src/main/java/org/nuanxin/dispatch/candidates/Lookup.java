package org.nuanxin.dispatch.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Reach;

/**
 * One search through a shelf: outward from the place, ring of cells by ring of cells, until nobody further away can be better.
 * Whoever may be asked for a place's sake, however far away they live, is found by the places.
 */
final class Lookup {
    /** So few are read at once; where there are more, the nearest of them are met on the way. */
    private static final int FEW = 256;

    /** A cell is as much work as so many people. */
    private static final int CELL_WORK = 8;

    private final Shelf shelf;
    private final Near near;
    private final Best best;
    private final List<Posting> listed;
    private final int listedPeople;
    private final double neighbours;
    private boolean listsRead;
    private int work;

    Lookup(Shelf shelf, Wanted wanted, int atMost) {
        this.shelf = shelf;
        near = new Near(wanted.position());
        best = new Best(wanted, atMost);
        listed = shelf.listed(wanted);
        listedPeople = listed.stream().mapToInt(Posting::size).sum();
        neighbours = wanted.reach() == Reach.NEIGHBOURS ? wanted.neighbourMetres() : 0;
    }

    List<Candidate> best() {
        if (listedPeople <= FEW) readLists();
        double reached = Math.max(shelf.widestRadius(), neighbours);
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

    /** How far whatever lies in a ring of cells, or beyond, is away at least. */
    private double unseenFrom(int ring) {
        return near.atLeast(
                toTheEdge(near.lat(), ring), toTheEdge(near.lon(), ring));
    }

    private static int toTheEdge(int here, int ring) {
        int inCell = here % Shelf.CELL;
        return Math.min(ring * Shelf.CELL - inCell, (ring - 1) * Shelf.CELL + inCell + 1);
    }

    private void visit(int ring) {
        int row = near.lat() / Shelf.CELL;
        int column = near.lon() / Shelf.CELL;
        for (int r = row - ring; r <= row + ring; r++) {
            boolean edge = Math.abs(r - row) == ring;
            int step = edge || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) visit(shelf.at(r, c));
        }
    }

    private void visit(@Nullable Posting posting) {
        work += CELL_WORK;
        if (posting == null) return;
        Posting.Content content = posting.content();
        work += content.size();
        for (int i = 0; i < content.size(); i++) {
            long spot = content.spots()[i];
            double squared = near.atLeastSquared(spot);
            if (listsRead && !comesThatFar(spot, squared)) continue;
            if (best.mayTake(squared, Spot.mode(spot))) best.consider(content.people()[i].helper);
        }
    }

    /** Of themselves, or as a neighbour; who comes for the place's sake has been read. */
    private boolean comesThatFar(long spot, double squared) {
        double metres = Math.max(neighbours, Spot.radius(spot));
        return squared <= metres * metres;
    }

    private void readLists() {
        listsRead = true;
        for (Posting posting : listed) {
            Posting.Content content = posting.content();
            for (int i = 0; i < content.size(); i++) {
                long spot = content.spots()[i];
                if (best.mayTake(near.atLeastSquared(spot), Spot.mode(spot))) best.consider(content.people()[i].helper);
            }
        }
    }
}
