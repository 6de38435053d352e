package org.nuanxin.kit.timeline;

import io.smallrye.mutiny.Multi;
import java.io.Serial;

/** Keeps a stream alive that may have nothing to say for long. */
public final class Heartbeat {
    private Heartbeat() {}

    /** Both, for as long as the stream lasts: merging alone would go on beating when nothing can come any more. */
    public static <T> Multi<T> beside(Multi<T> stream, Multi<T> beats) {
        return Multi.createBy()
                .merging()
                .streams(beats, stream.onCompletion().failWith(End::new))
                .onFailure(End.class)
                .recoverWithCompletion();
    }

    private static final class End extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
