package org.nuanxin.kit.transactions;

/** What a transaction has gathered and writes at its end, in one statement for all of it, after every row lock is held. */
public interface Pending {
    /** When it is written, the least first; whatever makes other transactions wait comes last. */
    int turn();

    /** All of it; a failure of PostgreSQL rolls the transaction back. */
    Write write();

    /** Called once after the commit, never after a rollback. Must not block. */
    default void committed() {}
}
