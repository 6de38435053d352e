package org.nuanxin.volunteer.profile;

import org.nuanxin.kit.problems.Problem;

/** Only a skill the volunteer offers can be verified. */
final class SkillNotOffered extends Problem {
    SkillNotOffered(String skill) {
        super(skill);
    }
}
