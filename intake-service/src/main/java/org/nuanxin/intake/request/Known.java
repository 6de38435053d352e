package org.nuanxin.intake.request;

import org.nuanxin.intake.progress.Progress;

/**
 * A request and how it stands.
 *
 * @param contact sealed
 * @param seq the number of the newest entry in its timeline
 */
public record Known(Request request, Progress progress, String contact, long seq) {
    public boolean readableBy(Reader reader) {
        return request.readableBy(reader, progress);
    }
}
