package org.nuanxin.benchmarks.timers.peers;

/** A scheduler with timers of its own; what is set by an effect is set with it too. */
interface Peer {
    /** More of them only wait for the same two or four cores. */
    int THREADS = Integer.getInteger("threads", 20);

    /** Sets a timer for everything in {@code bench.due}. */
    void load() throws Exception;

    /** From now on, and again after a stop. */
    void start() throws Exception;

    /** Takes no more up; what is being done may still end. */
    void stop() throws Exception;
}
