@NullMarked
package org.nuanxin.feedback.matter;

import org.jspecify.annotations.NullMarked;
