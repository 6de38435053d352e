/** Texts for people, in Chinese and English. */
@NullMarked
package org.nuanxin.intake.wording;

import org.jspecify.annotations.NullMarked;
