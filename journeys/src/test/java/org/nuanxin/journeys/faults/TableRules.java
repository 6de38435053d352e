package org.nuanxin.journeys.faults;

import static org.nuanxin.journeys.faults.Violation.Kind.DOUBLED;
import static org.nuanxin.journeys.faults.Violation.Kind.LOST;
import static org.nuanxin.journeys.faults.Violation.Kind.WRONG;

import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.journeys.faults.Violation.Kind;

/** What must hold within one database when all is quiet: each rule is a query that finds what breaks it. */
final class TableRules {
    /** A rule of one service's tables, or of everybody's where the service is not named. */
    private record Rule(String service, Kind kind, String what, String sql) {}

    private static final String EVERYBODY = "";

    private static final List<Rule> RULES = List.of(
            new Rule(EVERYBODY, LOST, "recorded and not sent", "select id from journal_unsent"),
            new Rule(EVERYBODY, DOUBLED, "recorded twice", """
                    select event_id from journal group by event_id having count(*) > 1"""),
            new Rule(EVERYBODY, DOUBLED, "marked as handled twice", """
                    select event_id from inbox group by event_id having count(*) > 1"""),
            new Rule(EVERYBODY, DOUBLED, "twice in a timeline", """
                    select subject, type, at from timeline group by subject, type, at, data having count(*) > 1"""),
            new Rule(EVERYBODY, LOST, "a gap in a timeline", """
                    select subject, count(*), max(seq) from (
                        select subject, seq from timeline
                        union all select also, also_seq from timeline where also is not null) entry
                    group by subject having count(*) <> max(seq)"""),
            new Rule(EVERYBODY, LOST, "due and not fired", """
                    select subject, kind, due_at from timer where due_at < now() - interval '5 seconds'"""),
            new Rule(EVERYBODY, LOST, "carried out without an answer", """
                    select caller, key from command where answer is null"""),
            new Rule("dispatch", DOUBLED, "more than one accepted offer", """
                    select request_id from offer where state = 'ACCEPTED' group by request_id having count(*) > 1"""),
            new Rule("dispatch", WRONG, "an offer that still waits after its wait", """
                    select offer_id, wait_until from offer join dispatch using (request_id)
                    where offer.state = 'OPEN' and (wait_until < now() - interval '5 seconds'
                        or dispatch.status not in ('WAITING', 'SEARCHING', 'MANUAL'))"""),
            new Rule("dispatch", WRONG, "an accepted offer that nobody holds", """
                    select offer_id, status from offer join dispatch using (request_id) where offer.state = 'ACCEPTED'
                        and status not in ('ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS', 'COMPLETED', 'CLOSED')"""),
            new Rule("dispatch", WRONG, "counted otherwise than held", """
                    select volunteer_load.volunteer_id, held, capacity, coalesce(really, 0) from volunteer_load left join (
                        select (state -> 'assignment' -> 'holder' ->> 'id') as volunteer_id, count(*) as really from dispatch
                        where status in ('ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS') group by 1) holding
                        on holding.volunteer_id = volunteer_load.volunteer_id::text
                    where held <> coalesce(really, 0) or held > capacity"""),
            new Rule("dispatch", WRONG, "a timer of what has ended", """
                    select subject, kind, status from timer join dispatch on request_id = subject
                    where status in ('CLOSED', 'WITHDRAWN', 'REFERRED', 'DECLINED')"""),
            new Rule("dispatch", WRONG, "a timer of nothing", """
                    select subject, kind from timer left join dispatch on request_id = subject where request_id is null"""),
            new Rule("dispatch", LOST, "completed and without its close to come", """
                    select request_id from dispatch where status = 'COMPLETED'
                        and array(select kind from timer where subject = request_id) <> array['AUTO_CLOSE']"""),
            new Rule("dispatch", LOST, "open and without a clock", """
                    select request_id, status from dispatch
                    where status in ('WAITING', 'SEARCHING', 'MANUAL', 'ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS')
                        and not exists (select from timer where subject = request_id
                            and kind ~ '^(SEARCH_START|RESPONSE_|CLOSURE_|PAUSE_END|ALERT)')"""),
            new Rule("dispatch", LOST, "an open offer without an end to its wait", """
                    select offer_id from offer where state = 'OPEN' and not exists (
                        select from timer where subject = request_id and kind = 'OFFER_WAIT:' || offer_id)"""),
            new Rule("dispatch", WRONG, "a wait for an offer that is not open", """
                    select subject, kind from timer where kind like 'OFFER_WAIT:%' and not exists (
                        select from offer where offer_id::text = substr(kind, 12) and state = 'OPEN')"""),
            new Rule("dispatch", LOST, "an alert that nobody was told and no timer will tell", """
                    select alert_id, state from alert where state in ('PLANNED') and not exists (
                        select from timer where subject = request_id and kind = 'ALERT:' || alert_id)"""),
            new Rule("dispatch", LOST, "a message to a webhook that was not sent", """
                    select delivery_id, due_at from webhook_delivery where due_at < now() - interval '60 seconds'"""));

    private TableRules() {}

    static Stream<Violation> broken(Store store) {
        return RULES.stream()
                .filter(rule ->
                        rule.service().equals(EVERYBODY) || rule.service().equals(store.service()))
                .flatMap(rule ->
                        Violation.all(rule.kind(), store.service() + ", " + rule.what(), store.rows(rule.sql())));
    }
}
