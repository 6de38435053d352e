package org.nuanxin.dispatch.handling;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;

/** Who is on duty for a place at a level. */
record Post(AlertLevel level, String placeId, List<String> recipients) {

    /** What a holder has not done is told to the holder first. */
    Post withHolder(@Nullable Assignment assignment) {
        if (assignment == null) return this;
        String holder = assignment.holder().subject();
        Stream<String> others = recipients.stream().filter(subject -> !subject.equals(holder));
        return new Post(level, placeId, Stream.concat(Stream.of(holder), others).toList());
    }
}
