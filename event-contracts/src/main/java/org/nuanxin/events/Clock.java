package org.nuanxin.events;

/** The two clocks of a request: response (响应时限, per search) and closure (办结时限). */
public enum Clock {
    RESPONSE,
    CLOSURE
}
