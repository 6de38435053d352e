package org.nuanxin.kit.transactions;

/** PostgreSQL has no place for a value; whoever sent it is told so. */
final class ValueOutOfRange extends IllegalArgumentException {
    ValueOutOfRange(Object value) {
        super("PostgreSQL cannot keep " + value);
    }
}
