package org.nuanxin.dispatch.candidates;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Pages of people by where they are, the cells of a tile side by side, so that a search mostly stays on one or two tiles. */
final class Cells {
    /** The side of a cell in thousandths of a degree: about a kilometre. */
    static final int SIZE = 10;

    private static final int COLUMNS = 2 * Spot.HALF_TURN / SIZE;
    private static final int ROWS = 2 * Spot.QUARTER_TURN / SIZE + 1;
    private static final int TILE_BITS = 5;
    private static final int TILE = 1 << TILE_BITS;
    private static final int NONE = -1;

    private final Map<Integer, AtomicReferenceArray<@Nullable Posting>> tiles = new ConcurrentHashMap<>();

    /** About a square kilometre. The earth is round: beyond the last column comes the first. */
    record Cell(int row, int column) {
        Cell {
            column = Math.floorMod(column, COLUMNS);
        }

        static Cell of(long spot) {
            return new Cell(Spot.lat(spot) / SIZE, Spot.lon(spot) / SIZE);
        }

        boolean isOnEarth() {
            return row >= 0 && row < ROWS;
        }

        int tile() {
            return (row >> TILE_BITS) * TILE * TILE * TILE + (column >> TILE_BITS);
        }

        int inTile() {
            return row % TILE * TILE + column % TILE;
        }
    }

    @Nullable
    Posting get(Cell cell) {
        if (!cell.isOnEarth()) return null;
        AtomicReferenceArray<@Nullable Posting> tile = tiles.get(cell.tile());
        return tile == null ? null : tile.get(cell.inTile());
    }

    /** Reads one cell after another: mostly the next lies on the tile of the last. */
    final class Reader {
        private int last = NONE;
        private @Nullable AtomicReferenceArray<@Nullable Posting> tile;

        @Nullable
        Posting get(Cell cell) {
            if (!cell.isOnEarth()) return null;
            int number = cell.tile();
            if (number != last) tile = tiles.get(number);
            last = number;
            return tile == null ? null : tile.get(cell.inTile());
        }
    }

    Posting getOrAdd(Cell cell) {
        AtomicReferenceArray<@Nullable Posting> tile =
                tiles.computeIfAbsent(cell.tile(), none -> new AtomicReferenceArray<>(TILE * TILE));
        Posting known = tile.get(cell.inTile());
        if (known != null) return known;
        Posting added = new Posting();
        tile.set(cell.inTile(), added);
        return added;
    }
}
