package org.nuanxin.dispatch.candidates;

import java.util.Arrays;

/**
 * The people of one page of the index. Readers need no lock: what they have taken does not change under them, apart from
 * somebody's spot. One at a time may write.
 */
final class Posting {
    private static final int SOME = 4;

    private volatile Content content = new Content(new long[SOME], new Person[SOME], 0);

    /** Only the first {@code size} are in it; whoever is added comes behind them, unseen by earlier readers. */
    static final class Content {
        private final long[] spots;
        private final Person[] people;
        private final int size;

        private Content(long[] spots, Person[] people, int size) {
            this.spots = spots;
            this.people = people;
            this.size = size;
        }

        long spot(int index) {
            return spots[index];
        }

        Person person(int index) {
            return people[index];
        }

        int size() {
            return size;
        }
    }

    Content content() {
        return content;
    }

    int size() {
        return content.size;
    }

    void add(Person person, long spot) {
        Content old = content;
        int size = old.size;
        boolean full = size == old.people.length;
        long[] spots = full ? Arrays.copyOf(old.spots, 2 * size) : old.spots;
        Person[] people = full ? Arrays.copyOf(old.people, 2 * size) : old.people;
        spots[size] = spot;
        people[size] = person;
        content = new Content(spots, people, size + 1);
    }

    void move(Person person, long spot) {
        Content same = content;
        same.spots[indexOf(person, same)] = spot;
        content = same; // so that readers to come see it
    }

    /** Into new arrays, since a reader may still be in the old ones. */
    void remove(Person person) {
        Content old = content;
        int last = old.size - 1;
        int hole = indexOf(person, old);
        long[] spots = Arrays.copyOf(old.spots, Math.max(SOME, last));
        Person[] people = Arrays.copyOf(old.people, Math.max(SOME, last));
        if (hole < last) {
            spots[hole] = old.spots[last];
            people[hole] = old.people[last];
        }
        content = new Content(spots, people, last);
    }

    boolean has(Person person, long spot) {
        Content now = content;
        int index = find(person, now);
        return index >= 0 && now.spots[index] == spot;
    }

    private static int indexOf(Person person, Content in) {
        int index = find(person, in);
        if (index < 0) throw new IllegalStateException("not in this posting: " + person.helper.id());
        return index;
    }

    private static int find(Person person, Content in) {
        for (int i = 0; i < in.size; i++) if (in.people[i] == person) return i;
        return -1;
    }
}
