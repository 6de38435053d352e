package org.nuanxin.kit.problems;

/** There is no such thing, or it is not the caller's to see: the two are not told apart. */
public final class NotFound extends Problem {
    @Override
    protected int status() {
        return 404;
    }
}
