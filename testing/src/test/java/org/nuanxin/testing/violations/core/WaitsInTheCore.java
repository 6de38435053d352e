package org.nuanxin.testing.violations.core;

import io.smallrye.mutiny.Uni;

public record WaitsInTheCore(Uni<String> next) {}
