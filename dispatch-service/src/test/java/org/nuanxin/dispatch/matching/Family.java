package org.nuanxin.dispatch.matching;

import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Kinds of problems, each hard in its own way; the same seed makes the same problem. */
public enum Family {
    /** Anybody anywhere at any cost, three volunteers for each request. */
    UNIFORM {
        @Override
        Problem make(int requests, Random random) {
            return scattered(requests, 3 * requests, 100_000, of -> random.nextInt(of), random);
        }
    },
    /** Requests crowd at a few spots of a town, the volunteers live all over it. */
    CLUSTERED {
        @Override
        Problem make(int requests, Random random) {
            return Town.with(3 * requests, random).crowded(requests, 1 + requests / 100);
        }
    },
    /** Everybody stands at a crossing of a grid, so that many are equally far. */
    CITY_GRID {
        @Override
        Problem make(int requests, Random random) {
            return Town.with(3 * requests, random).atCrossings(requests);
        }
    },
    SCARCE_VOLUNTEERS {
        @Override
        Problem make(int requests, Random random) {
            return Town.with(1 + requests / 3, random).everywhere(requests);
        }
    },
    SCARCE_REQUESTS {
        @Override
        Problem make(int requests, Random random) {
            return Town.with(20 * requests, random).everywhere(requests);
        }
    },
    EQUAL_COSTS {
        @Override
        Problem make(int requests, Random random) {
            return scattered(requests, requests, 3600, of -> 600, random);
        }
    },
    FEW_COSTS {
        @Override
        Problem make(int requests, Random random) {
            return scattered(requests, requests, 5, of -> random.nextInt(4), random);
        }
    },
    /** From a second to half the range of an int. */
    HUGE_SPREAD {
        @Override
        Problem make(int requests, Random random) {
            return scattered(requests, 1 + requests, Problem.DEAREST, of -> 1 << random.nextInt(30), random);
        }
    },
    /** One volunteer is everybody's first choice by far. */
    ONE_CONTESTED {
        @Override
        Problem make(int requests, Random random) {
            Problem.Builder built = Problem.among(requests);
            for (int i = 0; i < requests; i++) {
                built.request(100_000).arc(0, random.nextInt(100));
                for (int arc = 1; arc < ARCS; arc++) built.arc(random.nextInt(requests), 1000 + random.nextInt(1000));
            }
            return built.build();
        }
    },
    /** Whoever comes last is only content if a whole row of others moves on by one. */
    LONG_CHAINS {
        @Override
        Problem make(int requests, Random random) {
            int late = 1 + requests / 100;
            Problem.Builder built = Problem.among(requests);
            for (int i = 0; i < requests; i++) {
                int first = i < requests - late ? i : 0;
                built.request(Problem.DEAREST / 2);
                for (int arc = 0; arc < ARCS && first + arc < requests; arc++) {
                    built.arc(first + arc, arc * arc * 10 + random.nextInt(5));
                }
            }
            return built.build();
        }
    },
    /** Neighbourhoods that have nothing to do with each other. */
    COMPONENTS {
        @Override
        Problem make(int requests, Random random) {
            int size = 20;
            Problem.Builder built = Problem.among(requests + size);
            for (int i = 0; i < requests; i++) {
                built.request(2000 + random.nextInt(3000));
                for (int arc = 0; arc < ARCS; arc++)
                    built.arc(i / size * size + random.nextInt(size), random.nextInt(3000));
            }
            return built.build();
        }
    },
    /** A third has no arc at all, a third none that is worth it, and the rest wants the same few. */
    MANY_FOR_NOBODY {
        @Override
        Problem make(int requests, Random random) {
            Problem.Builder built = Problem.among(requests);
            for (int i = 0; i < requests; i++) {
                built.request(3600);
                for (int arc = 0; arc < ARCS && i % 3 != 0; arc++) {
                    if (i % 3 == 1) built.arc(random.nextInt(requests), 3601 + random.nextInt(1000));
                    else built.arc(random.nextInt(1 + requests / 4), random.nextInt(4000));
                }
            }
            return built.build();
        }
    };

    static final int ARCS = 8;

    abstract Problem make(int requests, Random random);

    public Problem problem(int requests, long seed) {
        return make(requests, new Random(31 * seed + name().hashCode()));
    }

    private static Problem scattered(
            int requests, int volunteers, int costOfNobody, IntUnaryOperator cost, Random random) {
        Problem.Builder built = Problem.among(volunteers);
        for (int i = 0; i < requests; i++) {
            built.request(costOfNobody);
            for (int arc = 0; arc < ARCS; arc++) built.arc(random.nextInt(volunteers), cost.applyAsInt(100_000));
        }
        return built.build();
    }
}
