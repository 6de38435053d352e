package org.nuanxin.intake.following;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a request, as its readers see it.
 *
 * @param seq 0 for the submission, then growing by one
 * @param by who did it: resident, reporter, beneficiary, volunteer, staff, partner, clock, engine; for those on duty the person
 * @param data the facts behind the text: codes and times
 */
public record Entry(long seq, Instant at, String type, String by, String text, Map<String, Object> data) {}
