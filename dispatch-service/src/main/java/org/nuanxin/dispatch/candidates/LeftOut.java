package org.nuanxin.dispatch.candidates;

import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;

/**
 * Who may not be asked.
 *
 * @param nearest with the skill, and the rule that leaves each out; the nearest first, at most so many as were wanted
 * @param counts how many with the skill each rule leaves out
 * @param unskilled how many others there are
 */
public record LeftOut(Map<UUID, Rule> nearest, Map<Rule, Integer> counts, int unskilled) {}
