package org.nuanxin.dispatch.candidates;

import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;

/**
 * Who may not be asked.
 *
 * @param skilled everybody with the skill, and the rule that leaves each out
 * @param unskilled how many others there are
 */
public record LeftOut(Map<UUID, Rule> skilled, int unskilled) {}
