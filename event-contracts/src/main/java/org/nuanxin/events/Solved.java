package org.nuanxin.events;

/** The resident's answer to "was it solved?", apart from how satisfied they are. */
public enum Solved {
    YES,
    PARTLY,
    NO
}
