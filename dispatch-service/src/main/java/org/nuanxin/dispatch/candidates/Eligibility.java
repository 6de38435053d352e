package org.nuanxin.dispatch.candidates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

/** Who may be asked at all, rule by rule. */
public final class Eligibility {
    private Eligibility() {}

    /** The rules, in the order in which they are tried. */
    public enum Rule {
        NO_SKILL,
        NOT_VERIFIED,
        CREDENTIAL_EXPIRED,
        OWN_MATTER,
        BLOCKED,
        ASKED_BEFORE,
        NO_CAPACITY,
        NOT_ON_DUTY,
        QUIET_HOURS,
        OUT_OF_REACH,
        ASKED_OFTEN
    }

    /** The first rule that leaves the helper out, empty for somebody who may be asked. */
    public static Optional<Rule> leavesOut(Helper helper, Wanted wanted) {
        return Optional.ofNullable(rule(helper, wanted));
    }

    static @Nullable Rule rule(Helper helper, Wanted wanted) {
        Rule unproven = unproven(helper, wanted);
        if (unproven != null) return unproven;
        if (wanted.parties().contains(helper.profile().subject())) return Rule.OWN_MATTER;
        if (helper.isKeptApartFrom(wanted.parties())) return Rule.BLOCKED;
        if (wanted.notThese().contains(helper.id())) return Rule.ASKED_BEFORE;
        if (!helper.hasRoom()) return Rule.NO_CAPACITY;
        if (!wakeable(helper, wanted)) {
            if (!available(helper, wanted)) return Rule.NOT_ON_DUTY;
            if (helper.quietAt(wanted.now(), wanted.zone())) return Rule.QUIET_HOURS;
        }
        if (!inReach(helper, wanted)) return Rule.OUT_OF_REACH;
        return isAskedOften(helper, wanted) ? Rule.ASKED_OFTEN : null;
    }

    private static @Nullable Rule unproven(Helper helper, Wanted wanted) {
        VerifiedSkill proof = helper.proofOf(wanted.skill());
        if (proof == null) return Rule.NO_SKILL;
        if (!helper.profile().verified()) return Rule.NOT_VERIFIED;
        return Helper.isGood(proof, wanted.at()) ? null : Rule.CREDENTIAL_EXPIRED;
    }

    private static boolean isAskedOften(Helper helper, Wanted wanted) {
        return helper.standing().asked() > 0
                && helper.standing().askedBy(wanted.now()) >= wanted.limits().at(wanted.now());
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
