package org.nuanxin.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.intake.place.PlaceTree;
import org.nuanxin.intake.request.Contact;
import org.nuanxin.intake.request.Contact.Address;
import org.nuanxin.intake.request.Request;

/** What may be put right in a request: all but who asked for what; and never into another community, where others would answer. */
final class AmendmentRules {
    /** A request and its contact as they will be. */
    record Amended(Request request, Contact contact) {}

    private AmendmentRules() {}

    static Amended decide(Request request, Contact contact, AmendmentBody body, PlaceTree tree, Instant now) {
        Complaints complaints = new Complaints();
        Where where = where(request, body, tree, complaints);
        if (body.appointment() != null) {
            new WhatRules(complaints).appointment(body.appointment(), now);
        }
        complaints.throwIfAny();
        return amended(request, amended(contact, body, where), body, where);
    }

    private static @Nullable Where where(Request request, AmendmentBody body, PlaceTree tree, Complaints complaints) {
        if (body.location() == null && body.placeId() == null) {
            return null;
        }
        Where where = new WhereRules(tree, complaints).find(body.location(), body.placeId(), null);
        if (where != null) {
            complaints.check(where.place().within(request.community()), "placeId", "OtherCommunity");
        }
        return where;
    }

    private static Amended amended(Request request, Contact contact, AmendmentBody body, @Nullable Where where) {
        Address address = contact.address();
        Appointment appointment =
                body.appointment() == null ? null : body.appointment().appointment();
        return new Amended(
                request.amended(
                        where == null ? request.placePath() : where.path(),
                        where == null ? request.position() : where.position(),
                        address == null ? request.floor() : address.floor(),
                        address == null ? request.lift() : address.lift(),
                        appointment == null ? request.appointment() : appointment),
                contact);
    }

    private static Contact amended(Contact before, AmendmentBody body, @Nullable Where where) {
        return new Contact(
                before.name(),
                before.phone(),
                body.address() == null ? before.address() : body.address().over(before.address()),
                where == null ? before.location() : where.exact(),
                before.beneficiary(),
                body.description() == null ? before.description() : body.description(),
                before.answers());
    }
}
