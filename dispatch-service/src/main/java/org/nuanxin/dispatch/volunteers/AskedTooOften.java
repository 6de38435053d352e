package org.nuanxin.dispatch.volunteers;

import java.sql.SQLException;

/** Others have asked somebody meanwhile as often as may be: a lost race, so the work is done again and asks somebody else. */
final class AskedTooOften extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String SERIALIZATION_FAILURE = "40001";

    AskedTooOften() {
        super(new SQLException("asked too often", SERIALIZATION_FAILURE));
    }
}
