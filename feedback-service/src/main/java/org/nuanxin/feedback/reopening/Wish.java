package org.nuanxin.feedback.reopening;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.nuanxin.feedback.matter.Words;

/**
 * Why another try is wanted, and whether the first helper of a personal matter may be asked again.
 *
 * @param reason in the resident's words, which stay in this service
 */
record Wish(@NotBlank @Words @Nullable String reason, boolean sameHelperWanted) {}
