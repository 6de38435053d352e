package org.nuanxin.volunteer.offer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.events.Names;

/** Why this volunteer was asked, in words. */
final class Reasons {
    private static final Map<String, Names> WORDS = Map.of(
            "NEAREST", new Names("离求助地点近", "you are near"),
            "SERVES_THE_PLACE", new Names("在您的服务范围内", "it is in the area you serve"),
            "WIDENED", new Names("附近暂无人应答，扩大了范围", "nobody closer has answered yet"),
            "ON_DUTY", new Names("您正在值班", "you are on duty"),
            "ON_SHIFT", new Names("在您的排班时间内", "it is within your shift"),
            "URGENT_ON_CALL", new Names("您愿意夜间应急", "you may be called for urgent matters"),
            "FREE", new Names("您手上没有其他任务", "you hold nothing else"));

    private Reasons() {}

    /** One sentence; codes of a newer dispatch that are not known here are left out. */
    static String sentence(List<String> codes, String language) {
        return codes.stream()
                .flatMap(code -> Optional.ofNullable(WORDS.get(code)).stream())
                .map(words -> words.in(language))
                .collect(joining(language.startsWith("en") ? ", " : "，"));
    }
}
