package org.nuanxin.dispatch.candidates;

import java.util.Arrays;

/**
 * Some people by what they cost at least. To look at somebody closely is dear; whoever comes first shows of the others that
 * they need not be looked at.
 */
final class Nearest {
    private static final int SOME = 64;
    private static final int INDEX_BITS = 32;

    private long[] order = new long[SOME];
    private Person[] people = new Person[SOME];
    private int size;

    void add(double cost, Person person) {
        if (size == people.length) {
            order = Arrays.copyOf(order, 2 * size);
            people = Arrays.copyOf(people, 2 * size);
        }
        order[size] = (long) Math.floor(cost) << INDEX_BITS | size;
        people[size++] = person;
    }

    void lookAtThem(Best best) {
        Arrays.sort(order, 0, size);
        for (int i = 0; i < size && best.mayTake((double) (order[i] >> INDEX_BITS)); i++) {
            best.consider(people[(int) order[i]].helper);
        }
        size = 0;
    }
}
