package org.nuanxin.volunteer.assignment;

import org.jspecify.annotations.Nullable;

/** Who helps, as a resident is told: 姓 + 师傅, a partner's name, or that it is somebody of the duty desk. */
record HelperView(String displayName, @Nullable String skill, boolean verified) {}
