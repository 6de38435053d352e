package org.nuanxin.testing.violations;

import org.eclipse.microprofile.config.inject.ConfigProperty;

public class ConfiguresField {
    @ConfigProperty(name = "wait")
    int wait;
}
