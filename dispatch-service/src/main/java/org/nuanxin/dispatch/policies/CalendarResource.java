package org.nuanxin.dispatch.policies;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** When clocks run: working time by weekday, with holidays and the days worked in exchange. */
@Path("/calendars")
class CalendarResource {
    private final CalendarService calendars;

    CalendarResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @RolesAllowed({"building-leader", "grid-worker", "supervisor", "administrator"})
    public Uni<List<CalendarKey>> list() {
        return calendars.all().map(all -> all.stream().map(WorkCalendar::key).toList());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"building-leader", "grid-worker", "supervisor", "administrator"})
    public Uni<RestResponse<Timetable>> get(String code) {
        return calendars.get(code).map(CalendarResource::answer);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("administrator")
    public Uni<RestResponse<Timetable>> put(
            String code, @NotNull Timetable timetable, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String read) {
        return calendars.put(code, timetable, Version.read(read)).map(CalendarResource::answer);
    }

    private static RestResponse<Timetable> answer(WorkCalendar calendar) {
        return Version.tagged(calendar.timetable(), calendar.key().version());
    }
}
