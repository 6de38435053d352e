package org.nuanxin.events.docs;

import static org.nuanxin.events.Topic.ANSWERS;
import static org.nuanxin.events.Topic.DIRECTORY;
import static org.nuanxin.events.Topic.DISPATCHES;
import static org.nuanxin.events.Topic.POSITIONS;
import static org.nuanxin.events.Topic.RATINGS;
import static org.nuanxin.events.Topic.REQUESTS;
import static org.nuanxin.events.Topic.VOLUNTEERS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nuanxin.events.Topic;

/** Who sends and who receives what. */
enum Service {
    INTAKE,
    DISPATCH,
    VOLUNTEER,
    FEEDBACK;

    List<Topic> received() {
        return switch (this) {
            case INTAKE -> List.of(DISPATCHES, RATINGS);
            case DISPATCH -> List.of(REQUESTS, DIRECTORY, VOLUNTEERS, POSITIONS, ANSWERS, RATINGS);
            case VOLUNTEER -> List.of(REQUESTS, DIRECTORY, DISPATCHES);
            case FEEDBACK -> List.of(REQUESTS, DIRECTORY, DISPATCHES);
        };
    }

    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fullName() {
        return shortName() + "-service";
    }

    List<Topic> sent() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().startsWith(shortName() + "."))
                .toList();
    }

    static Service owning(Topic topic) {
        return Arrays.stream(values())
                .filter(service -> service.sent().contains(topic))
                .findFirst()
                .orElseThrow();
    }

    static List<Service> receiving(Topic topic) {
        return Arrays.stream(values())
                .filter(service -> service.received().contains(topic))
                .toList();
    }
}
