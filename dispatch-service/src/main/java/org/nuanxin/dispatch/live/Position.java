package org.nuanxin.dispatch.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/**
 * How far a stream of several boards has been read: {@code community-1=12,community-2=7}, the id of its events.
 */
record Position(Map<String, Long> read) {
    /** One board at a time: a pattern for all of them would go as deep as there are boards. */
    private static final Pattern BOARD = Pattern.compile("([\\w.-]+)=(\\d{1,18})");

    static Position parse(@Nullable String lastEventId) {
        Map<String, Long> read = new TreeMap<>();
        Stream.ofNullable(lastEventId)
                .flatMap(text -> Stream.of(text.split(",", 0)))
                .filter(part -> !part.isEmpty())
                .map(BOARD::matcher)
                .forEach(board -> {
                    if (!board.matches()) throw Invalid.field("Last-Event-ID", Invalid.class, "UnfitValue");
                    read.merge(board.group(1), Long.valueOf(board.group(2)), Math::max);
                });
        return new Position(read);
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
