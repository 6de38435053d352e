package org.nuanxin.benchmarks.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** How often somebody may be asked, and at which hours: too seldom for a benchmark's few people. */
public final class Limits {
    private static final int OFTEN = 1_000_000;
    private static final String AT_ANY_HOUR = "default-urgent";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Limits() {}

    /**
     * Puts a policy without them into force.
     *
     * @param policy the one to take all else from
     * @param scope where it holds; what it names may still be on its way to dispatch
     * @throws IllegalStateException if it was refused for a minute
     */
    public static void lift(Api api, String policy, String scope) throws InterruptedException {
        ObjectNode lifted = policy(api, policy);
        lifted.putObject("limits").put("byDay", OFTEN).put("byNight", OFTEN);
        lifted.set("window", policy(api, AT_ANY_HOUR).path("window"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        Api.Answer set = api.put("administrator-1", "/policies/" + scope, lifted);
        while (!set.ok() && System.nanoTime() < end) {
            Thread.sleep(200);
            set = api.put("administrator-1", "/policies/" + scope, lifted);
        }
        if (!set.ok()) throw new IllegalStateException("the policy was not set: " + set);
    }

    private static ObjectNode policy(Api api, String scope) {
        return (ObjectNode) api.get("administrator-1", "/policies/" + scope).body();
    }
}
