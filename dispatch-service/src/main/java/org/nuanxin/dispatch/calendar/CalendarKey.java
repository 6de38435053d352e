package org.nuanxin.dispatch.calendar;

/**
 * One version of one calendar.
 *
 * @param version 0 for what is built in
 */
public record CalendarKey(String code, int version) {}
