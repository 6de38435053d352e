package org.nuanxin.stack.processes;

/** What asks a process to end. */
public enum Signal {
    TERM,
    /** PostgreSQL waits for its clients to leave on TERM; on INT it ends their sessions. */
    INT
}
