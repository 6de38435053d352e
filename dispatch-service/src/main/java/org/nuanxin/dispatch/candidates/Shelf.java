package org.nuanxin.dispatch.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Person.Slot;
import org.nuanxin.dispatch.policy.Reach;

/** Everybody with one skill: those who may be asked at some hour by where they are and by place, the others by name only. */
final class Shelf {

    private final Map<UUID, Person> everybody = new ConcurrentHashMap<>();
    private final Cells cells = new Cells();
    private final Map<String, Posting> serving = new ConcurrentHashMap<>();
    private final Map<String, Posting> belonging = new ConcurrentHashMap<>();
    private volatile int widestRadius;

    Cells cells() {
        return cells;
    }

    /** Whoever is asked for a place's sake, however far away they are; somebody may be in several. */
    List<Posting> listed(Wanted wanted) {
        List<Posting> listed = new ArrayList<>();
        for (String place : wanted.placePath()) list(listed, serving.get(place));
        if (wanted.reach() == Reach.COMMUNITY) {
            list(listed, belonging.get(wanted.community()));
            list(listed, serving.get(wanted.community()));
        }
        return listed;
    }

    private static void list(List<Posting> listed, @Nullable Posting posting) {
        if (posting != null && !listed.contains(posting)) listed.add(posting);
    }

    boolean has(Person person) {
        return everybody.get(person.helper.id()) == person;
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
        Posting page = slot.kind() == Slot.Kind.CELL
                ? cells.getOrAdd((Cells.Cell) slot.key())
                : pages(slot.kind()).computeIfAbsent((String) slot.key(), none -> new Posting());
        page.add(person, person.spot);
    }

    void move(Slot slot, Person person) {
        page(slot).move(person, person.spot);
    }

    void remove(Slot slot, Person person) {
        page(slot).remove(person);
    }

    /** Whether somebody is where the slot says. */
    boolean has(Slot slot, Person person) {
        Posting page = find(slot);
        return page != null && page.has(person, person.spot);
    }

    private Posting page(Slot slot) {
        return Objects.requireNonNull(find(slot), "no such page");
    }

    private @Nullable Posting find(Slot slot) {
        return slot.kind() == Slot.Kind.CELL
                ? cells.get((Cells.Cell) slot.key())
                : pages(slot.kind()).get((String) slot.key());
    }

    private Map<String, Posting> pages(Slot.Kind kind) {
        return kind == Slot.Kind.SERVING ? serving : belonging;
    }
}
