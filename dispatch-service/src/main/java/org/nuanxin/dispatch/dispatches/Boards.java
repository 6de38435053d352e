package org.nuanxin.dispatch.dispatches;

/** The names of the boards' timelines. */
public final class Boards {
    private Boards() {}

    /** The story of all requests of a community. */
    public static String timelineOf(String community) {
        return "board:" + community;
    }
}
