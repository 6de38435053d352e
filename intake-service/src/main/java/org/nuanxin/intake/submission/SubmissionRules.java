package org.nuanxin.intake.submission;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.catalogue.ServiceType;
import org.nuanxin.intake.place.PlaceTree;
import org.nuanxin.intake.request.Contact;
import org.nuanxin.intake.request.Contact.Address;
import org.nuanxin.intake.request.Contact.Person;
import org.nuanxin.intake.resident.Profile;
import org.nuanxin.intake.resident.Profile.Home;
import org.nuanxin.intake.submission.SubmissionBody.BeneficiaryBody;
import org.nuanxin.intake.submission.SubmissionBody.ContactBody;

/** Decides whether what is submitted can be a request, and which. */
final class SubmissionRules {
    /** What the body is checked against; {@code type} is null where there is none of that code. */
    record Surroundings(@Nullable ServiceType type, PlaceTree tree, Profile profile) {}

    private SubmissionRules() {}

    static Submission decide(
            SubmissionBody body, Submitter submitter, Surroundings surroundings, Instant now, Complaints complaints) {
        ServiceType type = surroundings.type();
        Profile profile = surroundings.profile();
        WhoRules who = new WhoRules(submitter, complaints);
        Where where = new WhereRules(surroundings.tree(), complaints)
                .find(body.location(), body.placeId(), homePlace(profile));
        new WhatRules(complaints).check(body, type, submitter.reader().language(), now);
        who.check(body, profile, type, where);
        complaints.throwIfAny();
        return decide(body, submitter, Objects.requireNonNull(type), Objects.requireNonNull(where), profile);
    }

    private static Submission decide(
            SubmissionBody body, Submitter submitter, ServiceType type, Where where, Profile profile) {
        if (!submitter.resident() && !submitter.onDutyAt(where)) {
            throw new OutsideYourPlaces();
        }
        WhoRules who = new WhoRules(submitter, new Complaints());
        BeneficiaryBody beneficiary = body.beneficiary();
        String sub = beneficiary == null ? null : beneficiary.sub();
        return new Submission(
                type,
                where,
                body.appointment() == null ? null : body.appointment().appointment(),
                who.resident(beneficiary, where),
                submitter.subject(),
                submitter.reader().client(),
                sub == null ? null : submitter.named(sub),
                beneficiary != null,
                who.channel(body, type, where),
                contact(body, profile, where));
    }

    private static Contact contact(SubmissionBody body, Profile profile, Where where) {
        ContactBody contact = body.contact();
        BeneficiaryBody beneficiary = body.beneficiary();
        return new Contact(
                contact == null || contact.name() == null ? profile.name() : contact.name(),
                contact == null || contact.phone() == null ? profile.phone() : contact.phone(),
                address(body, profile.home()),
                where.exact(),
                beneficiary == null ? null : new Person(beneficiary.name(), beneficiary.phone()),
                body.description(),
                body.given());
    }

    private static @Nullable Address address(SubmissionBody body, @Nullable Home home) {
        if (body.address() != null) {
            return body.address().address();
        }
        boolean atHome = body.location() == null && body.placeId() == null;
        return home != null && atHome ? new Address(home.address(), null, null, null, null, null) : null;
    }

    private static @Nullable String homePlace(Profile profile) {
        return profile.home() == null ? null : profile.home().placeId();
    }
}
