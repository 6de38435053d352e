package org.nuanxin.intake.submission;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.catalogue.ServiceType;
import org.nuanxin.intake.resident.Phones;
import org.nuanxin.intake.resident.Profile;
import org.nuanxin.intake.submission.SubmissionBody.BeneficiaryBody;

/** Who asks, for whom, whom to call, and by which channel it came. */
final class WhoRules {
    static final String MINI_APP = "mini-app";
    static final String WEB = "web";
    private static final Set<String> CHANNELS =
            Set.of(WEB, "phone", "visit", "survey", "reception", "pairing", "building-leader", "grid-worker");

    private final Submitter submitter;
    private final Complaints complaints;

    WhoRules(Submitter submitter, Complaints complaints) {
        this.submitter = submitter;
        this.complaints = complaints;
    }

    void check(SubmissionBody body, Profile profile, @Nullable ServiceType type, @Nullable Where where) {
        BeneficiaryBody beneficiary = body.beneficiary();
        phone("contact.phone", body.phone());
        if (beneficiary != null) {
            phone("beneficiary.phone", beneficiary.phone());
            complaints.check(beneficiary.consent(), "beneficiary.consent", "ConsentMissing");
        }
        boolean callable =
                body.phone() != null || profile.phone() != null || (beneficiary != null && beneficiary.phone() != null);
        boolean publicMatter = type != null && type.visibility() == Visibility.PUBLIC;
        boolean onDuty = where != null && submitter.onDutyAt(where);
        complaints.check(callable || (publicMatter && onDuty), "contact", "ContactMissing");
        channel(body.channel());
    }

    /** Whose request it is: for whom somebody on duty reports, else who submits. */
    String resident(@Nullable BeneficiaryBody beneficiary, Where where) {
        String sub = beneficiary == null ? null : beneficiary.sub();
        return sub != null && submitter.onDutyAt(where) ? submitter.named(sub) : submitter.subject();
    }

    String channel(SubmissionBody body, ServiceType type, Where where) {
        if (submitter.reader().client() != null) {
            return MINI_APP;
        }
        if (body.channel() != null) {
            return body.channel();
        }
        boolean reports = body.beneficiary() != null || type.visibility() == Visibility.PUBLIC;
        return submitter.duty() != null && reports && submitter.onDutyAt(where) ? submitter.duty() : WEB;
    }

    private void channel(@Nullable String channel) {
        boolean miniApp = submitter.reader().client() != null;
        boolean known = channel == null || (miniApp ? channel.equals(MINI_APP) : CHANNELS.contains(channel));
        complaints.check(known, "channel", "UnknownChannel");
    }

    private void phone(String field, @Nullable String phone) {
        complaints.check(phone == null || Phones.dialable(phone), field, "BadPhone");
    }
}
