package org.nuanxin.testing.violations;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

public class InjectsField {
    @Inject
    @Nullable
    Clean clean;
}
