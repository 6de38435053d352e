package org.nuanxin.kit.journal;

/** The headers of a CloudEvent in Kafka's binary mode (CloudEvents 1.0, Kafka protocol binding, section 3.2). */
public final class CloudEvent {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    /** W3C Trace Context: which trace the event belongs to. */
    public static final String TRACE = "traceparent";

    private CloudEvent() {}
}
