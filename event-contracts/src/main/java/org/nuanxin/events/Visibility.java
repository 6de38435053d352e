package org.nuanxin.events;

/** Whether neighbours may see that the matter exists. */
public enum Visibility {
    PERSONAL,
    PUBLIC
}
