package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;

/** What a transaction has gathered and writes at its end, in one statement for all of it, after every row lock is held. */
public interface Pending {
    /** Writes it all; a failure rolls the transaction back. */
    Uni<?> write();

    /** Called once after the commit, never after a rollback. Must not block and must not fail. */
    default void committed() {}
}
