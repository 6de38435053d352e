package org.nuanxin.intake.submission;

import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.intake.request.RequestView;
import org.nuanxin.intake.request.Requests.Sealed;

/**
 * A request that is accepted once it is stored: what is stored of it, its event, and the answer to whoever submitted it.
 *
 * @param view kept beside the Idempotency-Key, and therefore without the description, which is stored sealed only
 */
record Accepted(Sealed sealed, RequestSubmitted event, RequestView view) {}
