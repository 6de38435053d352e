/** Whether it was solved, and how satisfied somebody is (评价). */
@NullMarked
package org.nuanxin.feedback.rating;

import org.jspecify.annotations.NullMarked;
