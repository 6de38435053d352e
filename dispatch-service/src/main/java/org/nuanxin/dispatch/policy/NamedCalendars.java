package org.nuanxin.dispatch.policy;

import java.util.Optional;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** The calendars that policies may name, each at one version. */
@FunctionalInterface
public interface NamedCalendars {
    NamedCalendars BUILT_IN = code -> BuiltInCalendars.all().stream()
            .filter(calendar -> calendar.key().code().equals(code))
            .findFirst();

    Optional<WorkCalendar> find(String code);

    default WorkCalendar get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no calendar " + code));
    }
}
