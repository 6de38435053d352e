package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** At night an ordinary matter wakes nobody, and an urgent one only those who let themselves be woken. */
@Order(4)
class NightTest {
    static final String POLICY = "/policies/community-1:clothes-mending:ordinary";

    Resident resident = new Resident(1);
    Staff supervisor = new Staff("supervisor-1");
    List<VolunteerApp> tailors =
            IntStream.of(50, 51, 52, 53).mapToObj(VolunteerApp::new).toList();
    List<VolunteerApp> locksmiths =
            IntStream.rangeClosed(1, 5).mapToObj(VolunteerApp::new).toList();

    @AfterEach
    void morning() {
        keepHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        locksmiths.forEach(locksmith -> locksmith.isOnDuty(true));
    }

    @Test
    void an_ordinary_matter_is_promised_for_the_morning() {
        LocalTime awake = LocalTime.now(ZoneId.of("Asia/Shanghai")).isBefore(LocalTime.NOON)
                ? LocalTime.of(20, 0)
                : LocalTime.of(8, 0);
        keepHours(awake, awake.plusHours(1));

        String request = resident.asksFor("clothes-mending");

        JsonNode promise = resident.awaits("waiting", request).path("promise");
        assertThat(promise.path("answerBy").asText()).isNotEmpty();
        assertThat(resident.timeline(request)).contains("SearchPlanned").doesNotContain("SearchStarted", "OfferMade");
        assertThat(tailors).allMatch(tailor -> tailor.offerFor(request).isEmpty());
        resident.withdraws(request);
        resident.awaits("withdrawn", request);
        assertThat(tailors).allMatch(tailor -> tailor.offerFor(request).isEmpty());
    }

    @Test
    void an_urgent_one_wakes_only_who_opted_in() {
        locksmiths.forEach(locksmith -> locksmith.isOnDuty(false));
        Kafka.awaitReadBy("dispatch", "volunteer.volunteers.v1");

        String request = resident.asksFor("lock-opening");

        locksmiths.getFirst().awaitsOfferFor(request);
        locksmiths.get(1).takes(request);
        resident.awaits("assigned", request);
        assertThat(locksmiths.subList(2, 5))
                .allMatch(locksmith -> locksmith.offerFor(request).isEmpty());
        resident.withdraws(request);
        resident.awaits("withdrawn", request);
    }

    /** The hours in which offers and ordinary alerts may ring; all day where both are midnight. */
    private void keepHours(LocalTime opens, LocalTime closes) {
        ObjectNode policy = (ObjectNode)
                new Staff("administrator-1").get("/policies/default-ordinary").ok();
        policy.putObject("window")
                .put("opens", opens.toString())
                .put("closes", closes.toString())
                .put("zone", "Asia/Shanghai");
        supervisor.put(POLICY, policy).ok();
        // by itself each instance hears of another's change within a second; whoever is asked for it looks at once
        for (String instance : Stack.running().instancesOf("dispatch")) {
            supervisor.getFrom(instance, POLICY).ok();
        }
    }
}
