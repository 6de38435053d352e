package org.nuanxin.dispatch.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Volunteers in a town of so many metres a side; each request could be taken by those who would be there first. */
final class Town {
    private static final double METRES_EACH = 100;
    private static final double CELL = 200;
    private static final double SECONDS_PER_METRE = 1.3 / (80 / 60.0);
    private static final int TWO_HOURS = 7200;

    private record Spot(double x, double y) {
        double metresTo(Spot other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        Spot atCrossing() {
            return new Spot(Math.rint(x / METRES_EACH) * METRES_EACH, Math.rint(y / METRES_EACH) * METRES_EACH);
        }
    }

    private record Arc(int volunteer, int cost) {}

    private final Random random;
    private final double side;
    private final int cells;
    private final List<Spot> volunteers;
    private final int[] load;
    private List<List<Integer>> inCell = List.of();

    private Town(int volunteers, Random random) {
        this.random = random;
        this.side = Math.sqrt(volunteers) * METRES_EACH;
        this.cells = (int) (side / CELL) + 1;
        this.volunteers = new ArrayList<>(spots(volunteers));
        this.load = random.ints(volunteers, 0, 3).map(held -> held * 300).toArray();
    }

    static Town with(int volunteers, Random random) {
        return new Town(volunteers, random);
    }

    Problem everywhere(int requests) {
        return problem(spots(requests));
    }

    Problem crowded(int requests, int places) {
        List<Spot> crowds = spots(places);
        return problem(IntStream.range(0, requests)
                .mapToObj(i -> near(crowds.get(random.nextInt(places))))
                .toList());
    }

    Problem atCrossings(int requests) {
        volunteers.replaceAll(Spot::atCrossing);
        return problem(spots(requests).stream().map(Spot::atCrossing).toList());
    }

    private Problem problem(List<Spot> requests) {
        settle();
        Problem.Builder built = Problem.among(volunteers.size());
        for (Spot request : requests) {
            built.request(TWO_HOURS);
            first(request).forEach(arc -> built.arc(arc.volunteer(), arc.cost()));
        }
        return built.build();
    }

    /** Looks around in ever wider rings of cells. */
    private List<Arc> first(Spot request) {
        List<Arc> found = new ArrayList<>();
        for (int ring = 0; ring <= cells && (ring < 2 || found.size() < 2 * Family.ARCS); ring++) {
            for (int x = -ring; x <= ring; x++) {
                for (int y = -ring; y <= ring; y++) {
                    if (Math.max(Math.abs(x), Math.abs(y)) == ring) add(found, request, x, y);
                }
            }
        }
        found.sort(Comparator.comparingInt(Arc::cost));
        return found.subList(0, Math.min(Family.ARCS, found.size()));
    }

    private void add(List<Arc> found, Spot request, int x, int y) {
        int column = cell(request.x()) + x;
        int row = cell(request.y()) + y;
        if (column < 0 || column >= cells || row < 0 || row >= cells) return;
        for (int volunteer : inCell.get(column * cells + row)) {
            double seconds = volunteers.get(volunteer).metresTo(request) * SECONDS_PER_METRE;
            found.add(new Arc(volunteer, (int) seconds + load[volunteer]));
        }
    }

    private void settle() {
        inCell = IntStream.range(0, cells * cells)
                .<List<Integer>>mapToObj(i -> new ArrayList<>())
                .toList();
        for (int i = 0; i < volunteers.size(); i++) {
            Spot at = volunteers.get(i);
            inCell.get(cell(at.x()) * cells + cell(at.y())).add(i);
        }
    }

    private int cell(double metres) {
        return Math.clamp((int) (metres / CELL), 0, cells - 1);
    }

    private List<Spot> spots(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Spot(random.nextDouble() * side, random.nextDouble() * side))
                .toList();
    }

    private Spot near(Spot crowd) {
        return new Spot(crowd.x() + 150 * random.nextGaussian(), crowd.y() + 150 * random.nextGaussian());
    }
}
