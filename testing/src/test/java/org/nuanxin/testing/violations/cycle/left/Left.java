package org.nuanxin.testing.violations.cycle.left;

import org.nuanxin.testing.violations.cycle.right.Right;

public record Left(Right other) {}
