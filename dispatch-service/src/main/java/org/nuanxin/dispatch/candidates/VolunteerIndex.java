package org.nuanxin.dispatch.candidates;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.nuanxin.dispatch.candidates.Person.Slot;
import org.nuanxin.events.Position;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

/**
 * The helpers in memory, by skill, place and cell. Many may read while one writes: a search sees everybody either as they were
 * or as they are.
 */
public final class VolunteerIndex implements Candidates {
    private final Map<UUID, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    @Override
    public List<Candidate> best(Wanted wanted, int atMost) {
        Shelf shelf = shelves.get(wanted.skill());
        return shelf == null || atMost < 1 ? List.of() : new Lookup(shelf, wanted, atMost).best();
    }

    @Override
    public LeftOut leftOut(Wanted wanted, int atMost) {
        Refusals refusals = new Refusals(wanted, atMost);
        int skilled = 0;
        Shelf shelf = shelves.get(wanted.skill());
        if (shelf != null) {
            for (Person person : shelf.everybody()) {
                Helper helper = person.helper;
                refusals.note(helper, Eligibility.rule(helper, wanted));
                skilled++;
            }
        }
        return refusals.leftOut(people.size() - skilled);
    }

    /** The helper as they are now, in the place of what was known of them. */
    public synchronized void put(Helper helper) {
        Person known = people.get(helper.id());
        if (known == null) {
            Person person = new Person(helper);
            people.put(helper.id(), person);
            shelve(person, Set.of());
        } else change(known, helper);
    }

    public void holds(UUID volunteerId, int requests) {
        change(volunteerId, known -> known.holding(requests));
    }

    /** Changes what is known of somebody; nothing where nothing is. */
    public synchronized void change(UUID volunteerId, UnaryOperator<Helper> change) {
        Person known = people.get(volunteerId);
        if (known != null) change(known, change.apply(known.helper));
    }

    /** Whether this is what it knows of somebody, and would find them where they then are. */
    public synchronized boolean agrees(UUID volunteerId, long version, Position position, int held) {
        Person person = people.get(volunteerId);
        if (person == null) return false;
        Helper helper = person.helper;
        Set<String> skills = skills(helper);
        Set<Slot> slots = helper.isAskable() ? slots(helper, skills, Spot.of(helper)) : Set.of();
        return helper.profile().version() == version
                && helper.position().equals(position)
                && helper.held() == held
                && slots.equals(person.slots)
                && slots.stream().allMatch(slot -> shelf(slot.skill()).has(slot, person))
                && skills.stream().allMatch(skill -> shelf(skill).has(person));
    }

    public int size() {
        return people.size();
    }

    private void change(Person person, Helper helper) {
        Set<String> before = skills(person.helper);
        person.helper = helper;
        shelve(person, before);
    }

    /**
     * First where somebody is now, then no longer where they were: in between they are found twice rather than not at all. Only
     * whoever comes nearer past a search that goes outward is missed by that one search.
     */
    private void shelve(Person person, Set<String> before) {
        Helper helper = person.helper;
        Set<String> skills = skills(helper);
        long spot = Spot.of(helper);
        boolean moved = spot != person.spot;
        Set<Slot> old = person.slots;
        Set<Slot> slots = helper.isAskable() ? slots(helper, skills, spot) : Set.of();
        person.spot = spot;
        person.slots = slots;
        skills.forEach(skill -> shelf(skill).put(person));
        for (Slot slot : slots) {
            if (!old.contains(slot)) shelf(slot.skill()).add(slot, person);
            else if (moved) shelf(slot.skill()).move(slot, person);
        }
        old.stream()
                .filter(slot -> !slots.contains(slot))
                .forEach(slot -> shelf(slot.skill()).remove(slot, person));
        before.stream()
                .filter(skill -> !skills.contains(skill))
                .forEach(skill -> shelf(skill).remove(person));
    }

    private Shelf shelf(String skill) {
        return shelves.computeIfAbsent(skill, any -> new Shelf());
    }

    private static Set<Slot> slots(Helper helper, Set<String> skills, long spot) {
        Set<Slot> slots = new HashSet<>();
        for (String skill : skills) {
            slots.add(new Slot(skill, Slot.Kind.CELL, Cells.Cell.of(spot)));
            helper.profile().serves().forEach(place -> slots.add(new Slot(skill, Slot.Kind.SERVING, place)));
            helper.profile().placePath().forEach(place -> slots.add(new Slot(skill, Slot.Kind.BELONGING, place)));
        }
        return slots;
    }

    private static Set<String> skills(Helper helper) {
        return helper.profile().skills().stream().map(VerifiedSkill::skill).collect(toUnmodifiableSet());
    }
}
