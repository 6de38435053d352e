package org.nuanxin.intake.submission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.nuanxin.intake.request.Request;
import org.nuanxin.kit.transactions.Transactions;

/** Counts and logs what was accepted, once it is. */
@ApplicationScoped
class Acceptances {
    private static final Logger LOG = Logger.getLogger(Acceptances.class);

    private final Transactions transactions;
    private final MeterRegistry metrics;

    Acceptances(Transactions transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    void tell(Request request) {
        transactions.unit().afterCommit(() -> {
            metrics.counter("nuanxin.requests.submitted", "type", request.serviceType(), "channel", request.channel())
                    .increment();
            MDC.put("reference", request.reference());
            LOG.infof("request %s submitted: %s by %s", request.id(), request.serviceType(), request.channel());
            MDC.remove("reference");
        });
    }
}
