package org.nuanxin.stack.issuer;

import java.util.List;
import org.nuanxin.events.Names;

/**
 * Somebody who can sign in.
 *
 * @param id the subject of their tokens
 * @param groups their roles
 * @param places the nodes of the tree they hold
 */
public record Person(String id, Names name, List<String> groups, List<String> places) {}
