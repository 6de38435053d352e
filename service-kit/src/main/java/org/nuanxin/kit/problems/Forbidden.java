package org.nuanxin.kit.problems;

/** The caller may see it but not do this. */
public final class Forbidden extends Problem {
    @Override
    protected int status() {
        return 403;
    }
}
