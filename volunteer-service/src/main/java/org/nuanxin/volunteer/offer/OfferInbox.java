package org.nuanxin.volunteer.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.volunteer.live.AppStream;

/** Lets what dispatch says about offers take effect here, and tells the volunteers' apps. */
@ApplicationScoped
public class OfferInbox {
    private final Offers offers;
    private final Timeline timeline;

    OfferInbox(Offers offers, Timeline timeline) {
        this.offers = offers;
        this.timeline = timeline;
    }

    /** In the inbox's transaction. */
    public Uni<Void> take(List<DispatchEvent> events) {
        List<OfferMade> questions = events.stream()
                .filter(OfferMade.class::isInstance)
                .map(OfferMade.class::cast)
                .toList();
        List<OfferWord> words =
                events.stream().flatMap(event -> OfferWord.in(event).stream()).toList();
        if (words.isEmpty()) return Uni.createFrom().voidItem();
        List<UUID> ids = words.stream().map(OfferWord::offerId).distinct().toList();
        return Sql.inOneTrip(Sql.inOneTrip(offers.ask(questions), offers.say(words)), offers.volunteers(ids))
                .chain(volunteers -> tell(events, volunteers));
    }

    /** An assignment is told by the feature it belongs to. */
    private Uni<Void> tell(List<DispatchEvent> events, Map<UUID, String> volunteers) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (DispatchEvent event : events) {
            String volunteer = OfferWord.in(event)
                    .map(word -> volunteers.get(word.offerId()))
                    .orElse(null);
            if (volunteer != null && !(event instanceof DispatchEvent.RequestAssigned)) {
                told = told.chain(() -> timeline.add(AppStream.of(volunteer), event));
            }
        }
        return told;
    }
}
