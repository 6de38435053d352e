package org.nuanxin.testing.violations;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class SendsByProducer {
    public Future<?> tell(Producer<String, String> kafka) {
        return kafka.send(new ProducerRecord<>("intake.requests.v1", "lost"));
    }
}
