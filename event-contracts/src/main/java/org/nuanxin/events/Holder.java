package org.nuanxin.events;

/**
 * Who holds a request (承办人).
 *
 * @param id the volunteer's or partner's id; for staff the same as the subject
 * @param subject who signs in
 */
public record Holder(Kind kind, String id, String subject) {
    /** Whether a volunteer, somebody on the duty roster or a partner organisation (共建单位). */
    public enum Kind {
        VOLUNTEER,
        STAFF,
        PARTNER
    }
}
