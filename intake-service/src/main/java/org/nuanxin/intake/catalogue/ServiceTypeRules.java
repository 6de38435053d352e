package org.nuanxin.intake.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.HandledBy;
import org.nuanxin.intake.directory.Codes;
import org.nuanxin.kit.problems.Invalid;

/** What an entry of the catalogue must be. */
final class ServiceTypeRules {
    private ServiceTypeRules() {}

    static ServiceType check(ServiceType type) {
        if ((type.handledBy() == HandledBy.VOLUNTEERS) != (type.skill() != null)) {
            throw Invalid.field("skill", ServiceTypeRules.class, "SkillForVolunteers");
        }
        if (type.skill() != null) {
            Codes.require("skill", type.skill());
        }
        requireCodes("checks", type.checks().stream().map(Check::code).toList());
        requireCodes("questions", type.questions().stream().map(Question::code).toList());
        return type;
    }

    private static void requireCodes(String field, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(Codes.require(field, code))) {
                throw Invalid.field(field, ServiceTypeRules.class, "CodeTwice", code);
            }
        }
    }
}
