package org.nuanxin.dispatch.webhook.address;

import java.net.InetAddress;

/**
 * Where a message goes: the machine that was checked, and what to call it. Whoever connects to {@code machine} cannot be led
 * elsewhere by a name that changes its meaning in between.
 *
 * @param host as in the address, without brackets
 * @param target path and query
 */
public record Destination(boolean secure, InetAddress machine, String host, int port, String target) {}
