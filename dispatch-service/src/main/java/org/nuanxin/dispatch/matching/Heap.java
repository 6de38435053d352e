package org.nuanxin.dispatch.matching;

import static org.nuanxin.dispatch.matching.Standing.NONE;

import java.util.Arrays;

/** Volunteers by distance, the nearest first; four below each, so that it is flat. */
final class Heap {
    private static final int WIDE = 4;

    private final int[] distance;
    /** By volunteer, where in the heap they stand. */
    private final int[] place;

    private int[] heap = new int[256];
    private int size;

    Heap(int[] distance) {
        this.distance = distance;
        this.place = new int[distance.length];
    }

    int first() {
        return size == 0 ? NONE : heap[0];
    }

    void add(int volunteer) {
        if (size == heap.length) heap = Arrays.copyOf(heap, 2 * size);
        rise(size++, volunteer);
    }

    /** They have come nearer. */
    void nearer(int volunteer) {
        rise(place[volunteer], volunteer);
    }

    void remove(int volunteer) {
        int hole = place[volunteer];
        int last = heap[--size];
        if (hole == size) return;
        if (hole > 0 && distance[heap[(hole - 1) / WIDE]] > distance[last]) rise(hole, last);
        else sink(hole, last);
    }

    /** Empties it, and sets the distance of everybody in it. */
    void clear(int to) {
        for (int i = 0; i < size; i++) distance[heap[i]] = to;
        size = 0;
    }

    private void rise(int from, int volunteer) {
        int hole = from;
        while (hole > 0) {
            int above = (hole - 1) / WIDE;
            if (distance[heap[above]] <= distance[volunteer]) break;
            put(hole, heap[above]);
            hole = above;
        }
        put(hole, volunteer);
    }

    private void sink(int from, int volunteer) {
        int hole = from;
        for (int below = nearestBelow(hole); below < size; below = nearestBelow(hole)) {
            if (distance[heap[below]] >= distance[volunteer]) break;
            put(hole, heap[below]);
            hole = below;
        }
        put(hole, volunteer);
    }

    /** Where nobody stands below, a place past the end. */
    private int nearestBelow(int hole) {
        int nearest = WIDE * hole + 1;
        int end = Math.min(nearest + WIDE, size);
        for (int below = nearest + 1; below < end; below++) {
            if (distance[heap[below]] < distance[heap[nearest]]) nearest = below;
        }
        return nearest;
    }

    private void put(int at, int volunteer) {
        heap[at] = volunteer;
        place[volunteer] = at;
    }
}
