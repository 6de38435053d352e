package org.nuanxin.events;

/** Who handles matters of a service type. */
public enum HandledBy {
    VOLUNTEERS,
    DUTY_DESK
}
