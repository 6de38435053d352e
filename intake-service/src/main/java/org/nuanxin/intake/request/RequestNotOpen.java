package org.nuanxin.intake.request;

import org.nuanxin.kit.problems.Problem;

/** It has come to its end: nothing can be put right or taken back any more. */
public final class RequestNotOpen extends Problem {}
