package org.nuanxin.volunteer.offer;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.Names;
import org.nuanxin.events.TravelMode;

/** Why this volunteer was asked, in one sentence that says only what is known to be true. */
final class Reasons {
    private Reasons() {}

    static String sentence(OfferMade question, String language) {
        Stream<Optional<Names>> parts = Stream.of(
                Optional.of(way(question.arrivalSeconds(), question.travelMode())),
                said(question, "CREDENTIAL_VALID", new Names("证书有效", "certificate valid")),
                lastJob(question.lastHelpedAt(), question.at()),
                said(question, "WIDENED", new Names("不在您平时的服务范围内", "outside the area you serve")),
                said(question, "URGENT_ON_CALL", new Names("您愿意夜间应急", "you may be called for urgent matters")));
        return parts.flatMap(Optional::stream)
                .map(part -> part.in(language))
                .collect(joining(language.startsWith("en") ? ", " : "，"));
    }

    private static Names way(int seconds, @Nullable TravelMode mode) {
        long minutes = Math.max(1, Math.round(seconds / 60.0));
        String away = minutes + (minutes == 1 ? " minute away" : " minutes away");
        return switch (mode) {
            case null -> new Names("约" + minutes + "分钟可到", away);
            case WALK -> new Names("步行约" + minutes + "分钟", away + " on foot");
            case EBIKE -> new Names("骑电动车约" + minutes + "分钟", away + " by e-bike");
            case CAR -> new Names("开车约" + minutes + "分钟", away + " by car");
        };
    }

    private static Optional<Names> lastJob(@Nullable Instant at, Instant now) {
        if (at == null) return Optional.empty();
        long days = Duration.between(at, now).toDays();
        if (days < 1) return Optional.of(new Names("24小时内刚帮过忙", "last job within a day"));
        String ago = days == 1 ? "last job a day ago" : "last job " + days + " days ago";
        return Optional.of(new Names("上次帮忙是" + days + "天前", ago));
    }

    private static Optional<Names> said(OfferMade question, String code, Names words) {
        return question.reasons().contains(code) ? Optional.of(words) : Optional.empty();
    }
}
