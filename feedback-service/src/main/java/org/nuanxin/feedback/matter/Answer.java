package org.nuanxin.feedback.matter;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A named human committed in the first search; later searches do not count in the response rate. */
@Embeddable
record Answer(Instant answeredAt, boolean answeredInTime) {}
