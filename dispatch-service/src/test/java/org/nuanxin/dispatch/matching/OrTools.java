package org.nuanxin.dispatch.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The referee: what a matching costs at least, by the two ways OR-Tools has for it. */
public final class OrTools {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static {
        Loader.loadNativeLibraries();
    }

    private OrTools() {}

    /** What it costs at least; the time is that of the solver alone, without handing the problem over. */
    public record Answer(long cost, long nanos, long cpuNanos) {}

    private record Began(long nanos, long cpuNanos) {
        static Began now() {
            return new Began(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }

        Answer answer(boolean optimal, long cost) {
            if (!optimal) throw new IllegalStateException("the referee has no answer");
            return new Answer(cost, System.nanoTime() - nanos, THREADS.getCurrentThreadCpuTime() - cpuNanos);
        }
    }

    /** Every request sends one unit to the sink, by a volunteer or by its arc for nobody. */
    public static Answer flow(Problem problem) {
        int requests = problem.requests();
        int sink = requests + problem.volunteers();
        MinCostFlow flow = new MinCostFlow();
        for (int request = 0; request < requests; request++) {
            for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
                flow.addArcWithCapacityAndUnitCost(request, requests + problem.volunteer(arc), 1, problem.cost(arc));
            }
            flow.addArcWithCapacityAndUnitCost(request, sink, 1, problem.costOfNobody(request));
            flow.setNodeSupply(request, 1);
        }
        for (int node = requests; node < sink; node++) flow.addArcWithCapacityAndUnitCost(node, sink, 1, 0);
        flow.setNodeSupply(sink, -requests);
        Began began = Began.now();
        boolean optimal = flow.solve() == MinCostFlowBase.Status.OPTIMAL;
        Answer answer = began.answer(optimal, flow.getOptimalCost());
        flow.delete();
        return answer;
    }

    /**
     * The assignment solver wants as many on the right as on the left, and all of them matched. So each volunteer also stands
     * on the left, and the nobody of each request on the right: where a request takes a volunteer, the volunteer's other self
     * takes the request's nobody.
     */
    public static Answer assignment(Problem problem) {
        int requests = problem.requests();
        int volunteers = problem.volunteers();
        LinearSumAssignment assignment = new LinearSumAssignment();
        for (int request = 0; request < requests; request++) {
            for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
                assignment.addArcWithCost(request, problem.volunteer(arc), problem.cost(arc));
                assignment.addArcWithCost(requests + problem.volunteer(arc), volunteers + request, 0);
            }
            assignment.addArcWithCost(request, volunteers + request, problem.costOfNobody(request));
        }
        for (int i = 0; i < volunteers; i++) assignment.addArcWithCost(requests + i, i, 0);
        Began began = Began.now();
        boolean optimal = assignment.solve() == LinearSumAssignment.Status.OPTIMAL;
        Answer answer = began.answer(optimal, assignment.getOptimalCost());
        assignment.delete();
        return answer;
    }
}
