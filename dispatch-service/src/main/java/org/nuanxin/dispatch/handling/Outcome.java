package org.nuanxin.dispatch.handling;

/** Why a request was referred or declined, and where to turn. */
public record Outcome(String reason, String where) {}
