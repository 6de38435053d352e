/** What responsible people have been told, and their word that they have seen it. */
@NullMarked
package org.nuanxin.dispatch.alerts;

import org.jspecify.annotations.NullMarked;
