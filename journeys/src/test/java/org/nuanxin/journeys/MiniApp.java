package org.nuanxin.journeys;

/** The backend of a mini-app: it acts for people of its own, whom nobody else knows. */
final class MiniApp extends Person {
    MiniApp() {
        super("mini-app-1");
    }

    Resident resident(String person) {
        return new Resident(id(), person);
    }

    VolunteerApp volunteer(String person) {
        return new VolunteerApp(id(), person);
    }
}
