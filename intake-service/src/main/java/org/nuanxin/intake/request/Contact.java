package org.nuanxin.intake.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.place.Point;

/** All that is personal in a request. It is sealed at rest and never leaves this service in an event. */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Address address,
        @Nullable Point location,
        @Nullable Person beneficiary,
        @Nullable String description,
        Map<String, String> answers) {

    /** Where the door is. */
    public record Address(
            @Nullable String text,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            @Nullable Integer floor,
            @Nullable Boolean lift) {}

    /** Who is to be helped, where it is not the resident. */
    public record Person(String name, @Nullable String phone) {}
}
