package org.nuanxin.feedback.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many of how many; a share of nothing is no share, neither 0 nor 1. */
record Rate(long numerator, long denominator, @Nullable BigDecimal value) {
    private static final int DECIMALS = 4;

    static Rate of(long numerator, long denominator) {
        return new Rate(
                numerator,
                denominator,
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP));
    }
}
