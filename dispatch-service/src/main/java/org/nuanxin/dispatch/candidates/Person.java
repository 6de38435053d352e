package org.nuanxin.dispatch.candidates;

import java.util.Set;

/** A helper with their places in the index; what changes nothing about these only takes the place of what was known. */
final class Person {
    volatile Helper helper;

    /** Only whoever writes looks at them. */
    Set<Slot> slots = Set.of();

    long spot;

    Person(Helper helper) {
        this.helper = helper;
    }

    /** A page of the index: those with a skill in a cell, who serve a place, or who belong to one. */
    record Slot(String skill, Kind kind, Object key) {
        enum Kind {
            CELL,
            SERVING,
            BELONGING
        }
    }
}
