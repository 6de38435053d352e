package org.nuanxin.kit.problems;

/** The Idempotency-Key has been used for another payload. */
final class KeyUsedOtherwise extends Problem {
    @Override
    protected int status() {
        return 422;
    }
}
