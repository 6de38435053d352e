/** Who calls: OpenID Connect bearer tokens, roles, places held, and backends that act on behalf of a person. */
@NullMarked
package org.nuanxin.kit.identity;

import org.jspecify.annotations.NullMarked;
