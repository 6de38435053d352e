package org.nuanxin.dispatch.live;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream of several boards has been read: {@code community-1=12,community-2=7}, the id of its events.
 */
record Position(Map<String, Long> read) {
    static Position parse(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches("([\\w.-]+=\\d{1,18},?)*")) return new Position(Map.of());
        return new Position(Arrays.stream(lastEventId.split(",", 0))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> Long.valueOf(part[1]), Math::max)));
    }

    Position at(String community, long seq) {
        Map<String, Long> further = new TreeMap<>(read);
        further.put(community, seq);
        return new Position(further);
    }

    String text() {
        return new TreeMap<>(read)
                .entrySet().stream()
                        .map(board -> board.getKey() + "=" + board.getValue())
                        .collect(Collectors.joining(","));
    }
}
