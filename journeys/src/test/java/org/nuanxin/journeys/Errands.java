package org.nuanxin.journeys;

import java.util.UUID;

/** A kind of help that nobody else asks for or gives, so that a story has its helpers to itself. */
final class Errands {
    private final String code = "errand-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff administrator = new Staff("administrator-1");
    private final Staff supervisor = new Staff("supervisor-1");
    private final MiniApp backend = new MiniApp();

    Errands() {
        administrator.definesServiceType(code, code);
        Kafka.awaitReadBy("dispatch", "intake.directory.v1");
    }

    String serviceType() {
        return code;
    }

    /** Somebody who is let in, and on duty near by. */
    VolunteerApp helper(String name) {
        VolunteerApp helper = backend.volunteer(name + "-" + code);
        supervisor.letsIn(helper.applies("grid-1-1-01", "community-1", code), code);
        helper.isOnDuty(true);
        Kafka.awaitReadBy("dispatch", "volunteer.volunteers.v1");
        return helper;
    }

    String askedBy(Resident resident) {
        return resident.asksFor(code, "grid-1-1-01");
    }

    /** From setting off to done. */
    static void finishes(VolunteerApp helper, String request) {
        helper.setsOff(request);
        helper.arrives(request);
        helper.completes(request);
    }
}
