package org.nuanxin.events;

import java.time.Instant;

/** The window in which the resident wants the helper to come. */
public record Appointment(Instant from, Instant to) {}
