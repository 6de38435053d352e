package org.nuanxin.dispatch.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Person.Slot;
import org.nuanxin.dispatch.policy.Reach;

/** Everybody with one skill: those who may be asked at some hour by where they are and by place, the others by name only. */
final class Shelf {
    /** The side of a cell in thousandths of a degree: about a kilometre. */
    static final int CELL = 10;

    private static final int COLUMNS = 2 * Spot.HALF_TURN / CELL;
    private static final int ROWS = 2 * Spot.QUARTER_TURN / CELL + 1;

    private final Map<UUID, Person> everybody = new ConcurrentHashMap<>();
    private final Map<Object, Posting> cells = new ConcurrentHashMap<>();
    private final Map<Object, Posting> serving = new ConcurrentHashMap<>();
    private final Map<Object, Posting> belonging = new ConcurrentHashMap<>();
    private volatile int widestRadius;

    static long cellOf(long spot) {
        return cell(Spot.lat(spot) / CELL, Spot.lon(spot) / CELL);
    }

    /** The earth is round: beyond the last column comes the first. */
    static long cell(int row, int column) {
        return (long) row * COLUMNS + Math.floorMod(column, COLUMNS);
    }

    @Nullable
    Posting at(int row, int column) {
        return row < 0 || row >= ROWS ? null : cells.get(cell(row, column));
    }

    /** Whoever is asked for a place's sake, however far away they are; somebody may be in several. */
    List<Posting> listed(Wanted wanted) {
        List<Posting> listed = new ArrayList<>();
        for (String place : wanted.placePath()) {
            Posting posting = serving.get(place);
            if (posting != null) listed.add(posting);
        }
        if (wanted.reach() != Reach.COMMUNITY) return listed;
        Stream.of(belonging, serving)
                .flatMap(places -> Stream.ofNullable(places.get(wanted.community())))
                .filter(posting -> !listed.contains(posting))
                .forEach(listed::add);
        return listed;
    }

    Iterable<Person> everybody() {
        return everybody.values();
    }

    int size() {
        return everybody.size();
    }

    /** Nobody goes further of themselves. */
    int widestRadius() {
        return widestRadius;
    }

    void put(Person person) {
        everybody.put(person.helper.id(), person);
        widestRadius = Math.max(widestRadius, person.helper.profile().radiusMetres());
    }

    void remove(Person person) {
        everybody.remove(person.helper.id());
    }

    void add(Slot slot, Person person) {
        pages(slot.kind())
                .computeIfAbsent(slot.key(), none -> new Posting())
                .add(person, person.spot);
    }

    void move(Slot slot, Person person) {
        page(slot).move(person, person.spot);
    }

    void remove(Slot slot, Person person) {
        Posting page = page(slot);
        page.remove(person);
        if (page.size() == 0) pages(slot.kind()).remove(slot.key());
    }

    private Posting page(Slot slot) {
        Posting page = pages(slot.kind()).get(slot.key());
        if (page == null) throw new IllegalStateException("no page " + slot);
        return page;
    }

    private Map<Object, Posting> pages(Slot.Kind kind) {
        return switch (kind) {
            case CELL -> cells;
            case SERVING -> serving;
            case BELONGING -> belonging;
        };
    }
}
