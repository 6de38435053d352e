package org.nuanxin.dispatch.webhook;

import org.nuanxin.kit.problems.Problem;

/** Its address said that it is gone for good, so nothing is sent there any more. */
final class WebhookDisabled extends Problem {}
