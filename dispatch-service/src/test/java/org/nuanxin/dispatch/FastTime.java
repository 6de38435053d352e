package org.nuanxin.dispatch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A quarter of an hour in seven and a half seconds; a night there is none. */
public final class FastTime implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("nuanxin.time-scale", "120");
    }

    @Override
    public void stop() {}
}
