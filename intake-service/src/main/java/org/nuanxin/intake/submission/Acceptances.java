package org.nuanxin.intake.submission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.nuanxin.intake.request.Request;

/** Counts and logs what has been accepted. */
@ApplicationScoped
class Acceptances {
    private static final Logger LOG = Logger.getLogger(Acceptances.class);

    private final MeterRegistry metrics;

    Acceptances(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void tell(Request request) {
        metrics.counter("nuanxin.requests.submitted", "type", request.serviceType(), "channel", request.channel())
                .increment();
        MDC.put("reference", request.reference());
        LOG.infof("request %s submitted: %s by %s", request.id(), request.serviceType(), request.channel());
        MDC.remove("reference");
    }
}
