/**
 * Messages to those who hold no stream open: mini-app backends, partners, and tools of supervisors and administrators. They are
 * signed by the rules of <a href="https://www.standardwebhooks.com">Standard Webhooks</a> and tried until they arrive.
 */
@NullMarked
package org.nuanxin.dispatch.webhook;

import org.jspecify.annotations.NullMarked;
