package org.nuanxin.testing;

/** A server process or container. It keeps its address and its data from one start to the next. */
interface Server {
    /** {@code host:port}. */
    String address();

    /** Returns when it answers; does nothing where it already runs. */
    void start();

    /** Returns when it is gone; does nothing where it already is. */
    void stop();
}
