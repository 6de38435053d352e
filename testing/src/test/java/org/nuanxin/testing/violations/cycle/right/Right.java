package org.nuanxin.testing.violations.cycle.right;

import org.jspecify.annotations.Nullable;
import org.nuanxin.testing.violations.cycle.left.Left;

public record Right(@Nullable Left other) {}
