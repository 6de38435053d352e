package org.nuanxin.accounts;

import java.util.UUID;
import org.nuanxin.kit.problems.Problem;

/** A closed account takes nothing more. */
final class AccountClosed extends Problem {
    AccountClosed(UUID account) {
        super(account, 1234);
    }
}
