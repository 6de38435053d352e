package org.nuanxin.dispatch.policies;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.TimetableCheck;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.policy.Fault;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** Reading and setting calendars. */
@ApplicationScoped
class CalendarService {
    private static final Pattern CODE = Pattern.compile("[\\w.-]{1,40}");

    private final Transactions transactions;
    private final PolicyVersions policies;
    private final CalendarVersions versions;
    private final PolicyBook book;
    private final Directory directory;
    private final Caller caller;

    CalendarService(
            Transactions transactions,
            PolicyVersions policies,
            CalendarVersions versions,
            PolicyBook book,
            Directory directory,
            Caller caller) {
        this.transactions = transactions;
        this.policies = policies;
        this.versions = versions;
        this.book = book;
        this.directory = directory;
        this.caller = caller;
    }

    Uni<List<WorkCalendar>> all() {
        return transactions
                .read(book::pages)
                .map(pages -> pages.calendars().stream()
                        .sorted(Comparator.comparing(calendar -> calendar.key().code()))
                        .toList());
    }

    Uni<WorkCalendar> get(String code) {
        return transactions
                .read(book::pages)
                .map(pages -> pages.newestCalendars().find(code).orElseThrow(NotFound::new));
    }

    /** @param read the version the change was made from, null for the newest */
    Uni<WorkCalendar> put(String code, Timetable wanted, @Nullable Integer read) {
        if (!CODE.matcher(code).matches()) throw new NotFound();
        check(code, wanted);
        return transactions
                .run(now -> policies.alone().chain(book::pages).chain(pages -> set(pages, code, wanted, read, now)))
                .call(() -> transactions.read(book::pages));
    }

    private Uni<WorkCalendar> set(Pages pages, String code, Timetable wanted, @Nullable Integer read, Instant now) {
        int version = pages.newestCalendars()
                .find(code)
                .map(newest -> newest.key().version())
                .orElse(0);
        if (read != null && read != version) throw new CalendarChangedMeanwhile();
        WorkCalendar next = new WorkCalendar(new CalendarKey(code, version + 1), wanted);
        return directory
                .paths(Whole.places(pages.scopes().stream()))
                .invoke(paths -> new Whole(paths).check(pages, pages.with(next), code))
                .call(() -> versions.add(next, caller.subject(), now))
                .replaceWith(next);
    }

    private static void check(String code, Timetable wanted) {
        if (code.equals(BuiltInCalendars.ALWAYS.key().code()))
            Whole.refuse(List.of(new Fault("code", "always-is-always")));
        Whole.refuse(TimetableCheck.faults(wanted).stream()
                .map(fault -> new Fault(fault.field(), fault.reason()))
                .toList());
    }
}
