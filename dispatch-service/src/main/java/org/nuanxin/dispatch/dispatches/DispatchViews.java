package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.policy.PolicyKey;

/** Handlings as people see them: their clocks as their policies make them run. Everything runs in the current session. */
@ApplicationScoped
class DispatchViews {
    private final PolicyBook policies;
    private final Offers offers;

    DispatchViews(PolicyBook policies, Offers offers) {
        this.policies = policies;
        this.offers = offers;
    }

    Uni<List<DispatchView>> rows(List<Handling> handlings) {
        Set<PolicyKey> needed = handlings.stream()
                .flatMap(handling -> handling.policies().stream())
                .collect(Collectors.toSet());
        return policies.ready(needed)
                .map(ready -> handlings.stream().map(this::decided).toList());
    }

    Uni<DispatchDetail> detail(Handling handling) {
        return policies.ready(handling.policies())
                .chain(() -> offers.of(handling.matter().requestId()))
                .map(asked -> DispatchDetail.of(handling, asked, policies::policy));
    }

    /** One about which something has just been decided: its policies are known. */
    DispatchView decided(Handling handling) {
        return DispatchView.of(handling, policies::policy);
    }
}
