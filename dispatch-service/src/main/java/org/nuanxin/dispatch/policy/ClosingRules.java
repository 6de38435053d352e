package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.events.DispatchEvent.PauseReason;

/**
 * What may be done to the closure clock, and what follows a completion.
 *
 * @param pauses the reasons for which it may pause, each with how long a request may be paused altogether
 * @param longestExtension how far beyond its end the clock may be set
 * @param autoClose after this long without a word from the resident the matter is closed
 * @param reopenable how long after completion it may be reopened
 * @param grantedAtReopening the least that is left of the clock then
 */
public record ClosingRules(
        Map<PauseReason, Duration> pauses,
        Duration longestExtension,
        Duration autoClose,
        Duration reopenable,
        Duration grantedAtReopening) {
    ClosingRules dividedBy(int scale) {
        return new ClosingRules(
                pauses.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, cap -> cap.getValue().dividedBy(scale))),
                longestExtension.dividedBy(scale),
                autoClose.dividedBy(scale),
                reopenable.dividedBy(scale),
                grantedAtReopening.dividedBy(scale));
    }
}
