package org.nuanxin.stack.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.stack.services.Service;

class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "intake,    /service-types",
        "intake,    /service-types/lock-opening",
        "intake,    /places/located-at",
        "intake,    /residents/me/data",
        "intake,    /requests",
        "intake,    /requests/0198a/timeline",
        "intake,    /requests/0198a/live",
        "intake,    /requests/0198a/withdrawal",
        "intake,    /requests/0198a/contact",
        "dispatch,  /dispatches/0198a/assignment",
        "dispatch,  /alerts/0198a/acknowledgement",
        "dispatch,  /live",
        "dispatch,  /policies/community-1",
        "dispatch,  /calendars/workdays-cn",
        "dispatch,  /webhooks/0198a/deliveries",
        "dispatch,  /blocks",
        "dispatch,  /staff/grid-worker-1",
        "volunteer, /volunteers/me/offers",
        "volunteer, /volunteers/0198a/credentials/locksmith",
        "volunteer, /offers/0198a/acceptance",
        "volunteer, /assignments/0198a/completion",
        "feedback,  /requests/0198a/rating",
        "feedback,  /requests/0198a/reopening",
        "feedback,  /follow-ups/0198a/outcome",
        "feedback,  /rates",
        "feedback,  /rates.csv",
    })
    void every_path_has_its_service_and_stays_as_it_is(String service, String path) {
        assertThat(Routes.of(path)).contains(new Destination(Service.valueOf(service.toUpperCase(Locale.ROOT)), path));
    }

    @ParameterizedTest
    @CsvSource({
        "intake,    /dead-letters/intake,             /dead-letters",
        "feedback,  /dead-letters/feedback/7/replay,  /dead-letters/7/replay",
        "dispatch,  /dispatch/q/openapi,              /q/openapi",
        "volunteer, /volunteer/q/health/ready,        /q/health/ready",
    })
    void what_every_service_has_is_told_apart_by_its_name(String service, String path, String ownPath) {
        assertThat(Routes.of(path))
                .contains(new Destination(Service.valueOf(service.toUpperCase(Locale.ROOT)), ownPath));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/requestsx", "/q/openapi", "/intake/requests", "/dead-letters", "/volunteer"})
    void other_paths_lead_nowhere(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }

    @Test
    void a_request_named_rating_is_still_a_request() {
        assertThat(Routes.of("/requests/rating")).contains(new Destination(Service.INTAKE, "/requests/rating"));
    }
}
