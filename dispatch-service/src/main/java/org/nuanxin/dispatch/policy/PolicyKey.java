package org.nuanxin.dispatch.policy;

/**
 * One version of one policy. Running rounds keep theirs; a change applies to new rounds only.
 *
 * @param version 0 for what is built in
 */
public record PolicyKey(String scope, int version) {}
