package org.nuanxin.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every topic, its owner and the contract of what is in it. */
public enum Topic {
    REQUESTS("intake.requests.v1", RequestEvent.class, false),
    DIRECTORY("intake.directory.v1", DirectoryEvent.class, true),
    DISPATCHES("dispatch.dispatches.v1", DispatchEvent.class, false),
    ALERTS("dispatch.alerts.v1", AlertEvent.class, false),
    VOLUNTEERS("volunteer.volunteers.v1", VolunteerEvent.class, true),
    POSITIONS("volunteer.positions.v1", PositionEvent.class, true),
    ANSWERS("volunteer.answers.v1", AnswerEvent.class, false),
    RATINGS("feedback.ratings.v1", RatingEvent.class, false);

    /** More than any cell has instances; a topic's partitions are never added to, since that would move its keys. */
    public static final int PARTITIONS = 12;

    private final String topicName;
    private final Class<? extends Event> contract;
    private final boolean compacted;

    Topic(String topicName, Class<? extends Event> contract, boolean compacted) {
        this.topicName = topicName;
        this.contract = contract;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    public Class<? extends Event> contract() {
        return contract;
    }

    /** Whether only the newest event of a key is kept. */
    public boolean compacted() {
        return compacted;
    }

    /** The records that may stand in this topic. */
    public List<Class<?>> types() {
        return Arrays.stream(contract.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                .toList();
    }

    public static Topic of(Event event) {
        return Arrays.stream(values())
                .filter(topic -> topic.contract.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
