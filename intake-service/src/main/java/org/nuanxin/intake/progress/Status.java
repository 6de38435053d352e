package org.nuanxin.intake.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a request stands, in the words that every service uses. */
public enum Status {
    SUBMITTED,
    WAITING,
    SEARCHING,
    MANUAL,
    ASSIGNED,
    ON_THE_WAY,
    IN_PROGRESS,
    COMPLETED,
    CLOSED,
    WITHDRAWN,
    REFERRED,
    DECLINED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /** Whether something must still be done about it. */
    public boolean open() {
        return compareTo(COMPLETED) < 0;
    }

    /** Whether it is over for whoever held it. */
    public boolean closed() {
        return compareTo(COMPLETED) > 0;
    }
}
