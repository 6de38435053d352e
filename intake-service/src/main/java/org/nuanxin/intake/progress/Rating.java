package org.nuanxin.intake.progress;

import java.time.Instant;
import org.nuanxin.events.Solved;

/** What the resident said afterwards. */
public record Rating(Solved solved, int score, boolean byProxy, Instant at) {}
