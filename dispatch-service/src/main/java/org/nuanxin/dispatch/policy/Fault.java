package org.nuanxin.dispatch.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a policy cannot be.
 *
 * @param field as in the JSON, such as {@code phases[1].offerWait}
 * @param reason a code, such as {@code must-be-later}
 * @param other the same seen from the field that this one contradicts, null where it is wrong by itself
 */
public record Fault(String field, String reason, @Nullable Fault other) {
    public Fault(String field, String reason) {
        this(field, reason, null);
    }

    /** As whoever has written only these parts is to be told: of fields of theirs, as far as they are. */
    public List<Fault> toldTo(Set<String> parts) {
        List<Fault> theirs = Stream.concat(Stream.of(this), Stream.ofNullable(other))
                .filter(fault -> parts.contains(fault.part()))
                .map(Fault::alone)
                .toList();
        return theirs.isEmpty() ? List.of(alone()) : theirs;
    }

    private Fault alone() {
        return new Fault(field, reason);
    }

    private String part() {
        return field.split("[.\\[]", 2)[0];
    }
}
