package org.nuanxin.testing.violations;

import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Emitter;

public class SendsByEmitter {
    public CompletionStage<Void> tell(Emitter<String> emitter) {
        return emitter.send("lost");
    }
}
