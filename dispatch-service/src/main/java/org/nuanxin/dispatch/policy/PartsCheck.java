package org.nuanxin.dispatch.policy;

import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses parts of a policy that are wrong by themselves, whatever they will be combined with. */
public final class PartsCheck {
    private final NamedCalendars calendars;
    private final Faults faults = new Faults();

    private PartsCheck(NamedCalendars calendars) {
        this.calendars = calendars;
    }

    public static List<Fault> faults(PolicyParts parts, NamedCalendars calendars) {
        return new PartsCheck(calendars).check(parts);
    }

    private List<Fault> check(PolicyParts parts) {
        if (parts.set().isEmpty()) faults.add("", "must-not-be-empty");
        complete("", parts);
        hours(parts);
        return faults.all();
    }

    private void hours(PolicyParts parts) {
        Hours window = parts.window();
        if (window != null) window(window);
        if (parts.closure() != null) known("closure.calendar", parts.closure().calendar());
        if (parts.response() != null && parts.response().calendar() != null)
            faults.add("response.calendar", "follows-the-window");
    }

    private void window(Hours window) {
        known("window.calendar", window.calendar());
        if (!window.complete()) faults.add("window", "calendar-or-hours");
        LocalTime opens = window.opens();
        LocalTime closes = window.closes();
        boolean untilMidnight = LocalTime.MIDNIGHT.equals(closes);
        if (opens != null && closes != null && closes.isBefore(opens) && !untilMidnight)
            faults.add("window.closes", "must-be-later");
    }

    private void known(String field, @Nullable String calendar) {
        if (calendar != null && calendars.find(calendar).isEmpty()) faults.add(field, "unknown-calendar");
    }

    /** Whatever was written by hand may leave something out. */
    private void complete(String prefix, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (component.getType() == PolicyKey.class) continue;
            present(prefix + component.getName(), component, value(part, component));
        }
    }

    private void present(String field, RecordComponent component, @Nullable Object value) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value == null && !optional) faults.add(field, "missing");
        if (value instanceof Record part) complete(field + ".", part);
        if (value instanceof Map<?, ?> map) {
            map.forEach((entry, one) -> {
                if (one == null) faults.add(field + "." + entry, "missing");
            });
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Record part) complete(field + "[" + i + "].", part);
                else faults.add(field + "[" + i + "]", "missing");
            }
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
