package org.nuanxin.dispatch.policy;

/** How widely a phase asks. */
public enum Reach {
    /** Who serves the place, or is within their own radius. */
    SERVING,
    /** Also who is near, whatever they serve: the neighbouring grids. */
    NEIGHBOURS,
    /** Everybody of the community. */
    COMMUNITY
}
