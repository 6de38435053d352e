package org.nuanxin.events;

/** Whether a matter may wake people at night. */
public enum Urgency {
    URGENT,
    ORDINARY
}
