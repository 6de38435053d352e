package org.nuanxin.dispatch.handling;

/** A search that is over, and what was done to its response clock. */
public record PastSearch(int number, Ledger response) {}
