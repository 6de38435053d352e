package org.nuanxin.intake.contact;

import org.nuanxin.intake.request.Known;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.problems.NotYetKnown;

/** Who may see a contact: whoever holds the request now, until it closes. */
final class ContactRules {
    private ContactRules() {}

    static boolean shows(Known known, Reader reader) {
        return known.progress().heldBy(reader.subject());
    }

    /** Whether they may have won it a moment ago, of which dispatch's word is still on its way. */
    static boolean mayComeToHold(Known known, Reader reader) {
        return reader.helper() && known.progress().status().open();
    }

    static Known require(Known known, Reader reader) {
        if (!shows(known, reader)) {
            throw new NotFound();
        }
        if (known.progress().status().closed()) {
            throw new ContactNoLongerShown();
        }
        return known;
    }

    /** After waiting in vain: whoever was asked, or has duties there, may ask again; for everybody else there is nothing. */
    static RuntimeException inVain(Known known, Reader reader) {
        boolean couldHold = known.progress().asked(reader.subject())
                || reader.onDutyAt(known.request().placePath());
        return couldHold ? new NotYetKnown() : new NotFound();
    }
}
