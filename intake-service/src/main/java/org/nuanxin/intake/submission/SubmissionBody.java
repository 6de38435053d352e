package org.nuanxin.intake.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is submitted. Only the place is needed, unless the caller's home is known.
 *
 * @param serviceType "other" where nothing is said
 * @param answers by the codes of the service type's questions
 */
public record SubmissionBody(
        @Nullable @Size(max = 64) String serviceType,
        @Nullable @Size(max = 2000) String description,
        @Nullable @Valid LocationBody location,
        @Nullable @Size(max = 64) String placeId,
        @Nullable @Valid AddressBody address,
        @Nullable @Valid ContactBody contact,
        @Nullable @Valid BeneficiaryBody beneficiary,
        @Nullable @Valid AppointmentBody appointment,
        @Nullable @Size(max = 50) Map<@Size(max = 64) String, @Size(max = 500) String> answers,
        @Nullable @Size(max = 20) List<String> photoIds,
        @Nullable @Size(max = 30) String channel) {

    /** Whom to call. */
    public record ContactBody(
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 30) String phone) {}

    /** Who is to be helped, where it is not the caller; they must have agreed. */
    public record BeneficiaryBody(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 100) String sub,
            boolean consent) {}

    Map<String, String> given() {
        return Objects.requireNonNullElse(answers, Map.of());
    }

    @Nullable
    String phone() {
        return contact == null ? null : contact.phone();
    }

    /** Whether it leaves open what the caller's profile may tell. */
    boolean needsProfile() {
        return phone() == null || (location == null && placeId == null);
    }
}
