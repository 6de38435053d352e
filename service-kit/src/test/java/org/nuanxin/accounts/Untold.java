package org.nuanxin.accounts;

import org.nuanxin.kit.problems.Problem;

/** A rule whose text somebody forgot to write. */
final class Untold extends Problem {}
