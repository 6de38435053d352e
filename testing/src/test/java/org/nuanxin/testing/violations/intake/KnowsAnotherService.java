package org.nuanxin.testing.violations.intake;

import org.nuanxin.testing.violations.dispatch.AnotherService;

public record KnowsAnotherService(AnotherService neighbour) {}
