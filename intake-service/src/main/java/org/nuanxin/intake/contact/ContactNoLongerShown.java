package org.nuanxin.intake.contact;

import org.nuanxin.kit.problems.Problem;

/** The request is closed: nobody needs the address any more. */
final class ContactNoLongerShown extends Problem {}
