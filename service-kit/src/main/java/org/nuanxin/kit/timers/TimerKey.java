package org.nuanxin.kit.timers;

import java.util.UUID;

/** Which timer of a subject. */
public record TimerKey(UUID subject, String kind) {}
