package org.nuanxin.testing.violations.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

public record UsesLibrary(@JsonProperty("was_called") String name) {}
