/** What became of each request, as far as feedback needs it, and who may say whether it helped. */
@NullMarked
package org.nuanxin.feedback.matter;

import org.jspecify.annotations.NullMarked;
