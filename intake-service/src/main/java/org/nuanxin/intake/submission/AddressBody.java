package org.nuanxin.intake.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.request.Contact.Address;

/** The way to the door, as far as it is told. */
public record AddressBody(
        @Nullable @Size(max = 300) String text,
        @Nullable @Size(max = 50) String building,
        @Nullable @Size(max = 50) String unit,
        @Nullable @Size(max = 50) String room,
        @Nullable @Min(-10) @Max(200) Integer floor,
        @Nullable Boolean lift) {

    Address address() {
        return new Address(text, building, unit, room, floor, lift);
    }

    /** What is told anew, and the rest as it was. */
    Address over(@Nullable Address before) {
        return before == null
                ? address()
                : new Address(
                        text == null ? before.text() : text,
                        building == null ? before.building() : building,
                        unit == null ? before.unit() : unit,
                        room == null ? before.room() : room,
                        floor == null ? before.floor() : floor,
                        lift == null ? before.lift() : lift);
    }
}
