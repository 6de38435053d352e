package org.nuanxin.intake.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Names;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;

/**
 * An entry of the catalogue.
 *
 * @param emergencyText where to call instead; such a type takes no requests
 * @param offered whether it can be asked for now
 */
public record ServiceType(
        String code,
        Names name,
        HandledBy handledBy,
        @Nullable String skill,
        Urgency urgency,
        Visibility visibility,
        List<Question> questions,
        List<Check> checks,
        Names fee,
        @Nullable Names emergencyText,
        boolean offered) {

    ServiceTypeDefined defined(long version, Instant now) {
        return new ServiceTypeDefined(
                code, version, name, handledBy, skill, urgency, visibility, checks, fee, takesRequests(), now);
    }

    public boolean takesRequests() {
        return offered && emergencyText == null;
    }
}
