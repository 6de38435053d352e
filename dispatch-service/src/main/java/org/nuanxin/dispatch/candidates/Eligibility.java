package org.nuanxin.dispatch.candidates;

import java.util.Optional;
import org.nuanxin.events.Urgency;

/** Who may be asked at all, rule by rule. */
public final class Eligibility {
    private Eligibility() {}

    /** The rules, in the order in which they are tried. */
    public enum Rule {
        NOT_VERIFIED,
        OWN_MATTER,
        ASKED_BEFORE,
        NO_CAPACITY,
        NOT_ON_DUTY,
        QUIET_HOURS,
        OUT_OF_REACH
    }

    /** The first rule that leaves the helper out, empty for somebody who may be asked. */
    public static Optional<Rule> leavesOut(Helper helper, Wanted wanted) {
        if (!helper.masters(wanted.skill(), wanted.at())) return Optional.of(Rule.NOT_VERIFIED);
        if (wanted.parties().contains(helper.profile().subject())) return Optional.of(Rule.OWN_MATTER);
        if (wanted.notThese().contains(helper.id())) return Optional.of(Rule.ASKED_BEFORE);
        if (!helper.hasRoom()) return Optional.of(Rule.NO_CAPACITY);
        if (!wakeable(helper, wanted)) {
            if (!available(helper, wanted)) return Optional.of(Rule.NOT_ON_DUTY);
            if (helper.quietAt(wanted.now(), wanted.zone())) return Optional.of(Rule.QUIET_HOURS);
        }
        return inReach(helper, wanted) ? Optional.empty() : Optional.of(Rule.OUT_OF_REACH);
    }

    /** Urgent-on-call (夜间可叫) overrides duty switch and quiet hours, for urgent matters only. */
    static boolean wakeable(Helper helper, Wanted wanted) {
        return wanted.urgency() == Urgency.URGENT && helper.profile().urgentOnCall();
    }

    private static boolean available(Helper helper, Wanted wanted) {
        return helper.profile().onDuty() || helper.onShift(wanted.at());
    }

    static boolean serving(Helper helper, Wanted wanted) {
        int radius = helper.profile().radiusMetres();
        return helper.serves(wanted.placePath())
                || (radius > 0 && helper.position().metresTo(wanted.position()) <= radius);
    }

    private static boolean inReach(Helper helper, Wanted wanted) {
        if (serving(helper, wanted)) return true;
        return switch (wanted.reach()) {
            case SERVING -> false;
            case NEIGHBOURS -> helper.position().metresTo(wanted.position()) <= wanted.neighbourMetres();
            case COMMUNITY -> helper.belongsTo(wanted.community());
        };
    }
}
