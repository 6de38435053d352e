package org.nuanxin.dispatch.handling;

import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;

/** Every version of every policy: what a running round goes by. */
@FunctionalInterface
public interface Policies {
    Policy policy(PolicyKey key);
}
