package org.nuanxin.intake.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Names;
import org.nuanxin.intake.catalogue.Question;
import org.nuanxin.intake.catalogue.ServiceType;

/** What is asked for, and when. */
final class WhatRules {
    private final Complaints complaints;

    WhatRules(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(SubmissionBody body, @Nullable ServiceType type, String language, Instant now) {
        if (type == null) {
            complaints.add("serviceType", "UnknownServiceType");
        } else {
            offered(type, language);
            answers(body.given(), type);
        }
        boolean says = body.serviceType() != null
                || (body.description() != null && !body.description().isBlank());
        complaints.check(says, "description", "DescriptionMissing");
        complaints.check(body.photoIds() == null || body.photoIds().isEmpty(), "photoIds", "UnknownPhoto");
        if (body.appointment() != null) {
            appointment(body.appointment(), now);
        }
    }

    void appointment(AppointmentBody appointment, Instant now) {
        complaints.check(!appointment.from().isBefore(now), "appointment.from", "AppointmentPast");
        complaints.check(appointment.from().isBefore(appointment.to()), "appointment.to", "AppointmentEndsFirst");
    }

    private void offered(ServiceType type, String language) {
        Names emergency = type.emergencyText();
        if (emergency != null) {
            complaints.add("serviceType", "Emergency", emergency.in(language));
        } else {
            complaints.check(type.offered(), "serviceType", "NotOffered");
        }
    }

    private void answers(Map<String, String> answers, ServiceType type) {
        Set<String> asked = type.questions().stream().map(Question::code).collect(Collectors.toSet());
        answers.keySet().stream()
                .filter(code -> !asked.contains(code))
                .sorted()
                .forEach(code -> complaints.add("answers." + code, "NotAsked"));
        type.questions().forEach(question -> answer(question, answers.get(question.code())));
    }

    private void answer(Question question, @Nullable String answer) {
        String field = "answers." + question.code();
        if (answer == null || answer.isBlank()) {
            complaints.check(!question.required(), field, "AnswerMissing");
        } else {
            complaints.check(question.allows(answer), field, "NoSuchChoice");
        }
    }
}
