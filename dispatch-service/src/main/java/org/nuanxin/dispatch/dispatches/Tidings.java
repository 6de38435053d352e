package org.nuanxin.dispatch.dispatches;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nuanxin.dispatch.handling.Matter;
import org.nuanxin.dispatch.webhook.News;
import org.nuanxin.events.Event;

/** What subscribers may be told of: the events of each request, and whom they concern. */
final class Tidings {
    private Tidings() {}

    static List<News> of(Decisions decided) {
        Map<String, List<Event>> events = decided.events().stream().collect(Collectors.groupingBy(Event::subject));
        Map<UUID, String> asked = decided.offers().stream()
                .map(Offers.Of::offer)
                .collect(Collectors.toMap(
                        offer -> offer.id(), offer -> offer.volunteer().subject()));
        return decided.handlings().stream()
                .map(handling -> news(handling.matter(), asked, events))
                .toList();
    }

    private static News news(Matter matter, Map<UUID, String> asked, Map<String, List<Event>> events) {
        String request = matter.requestId().toString();
        return new News(matter.parties(), matter.placePath(), asked, events.getOrDefault(request, List.of()));
    }
}
