package app.leeway.loyalty.stream;

import app.leeway.loyalty.Received;
import app.leeway.loyalty.StreamingOutcomes;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Listens to the channel {@code outcomes}.
 *
 * <p>Design notice: a record is acknowledged once it is in the database, so that whatever a dying
 * server had in its hands comes again, to this server or another; that it came twice does not
 * matter, because outcomes come in once by source and id. While the database is away the same batch
 * is tried again: Kafka keeps the rest.
 */
@ApplicationScoped
public class OutcomeStream {

    private static final int MOST = 5000;
    private static final long PAUSE_SECONDS = 2;

    @Inject StreamingOutcomes streaming;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Incoming("outcomes")
    public Flow.Subscriber<Message<String>> outcomes() {
        return new Batches<>(
                MOST,
                this::take,
                executor,
                again -> executor.schedule(again, PAUSE_SECONDS, TimeUnit.SECONDS));
    }

    private void take(List<Message<String>> messages) {
        byPartition(messages).forEach(this::take);
        messages.forEach(Message::ack);
    }

    private static Map<String, List<ConsumerRecord<?, String>>> byPartition(
            List<Message<String>> messages) {
        Map<String, List<ConsumerRecord<?, String>>> partitions = new HashMap<>();
        for (Message<String> message : messages) {
            @SuppressWarnings("unchecked") // the channel's value deserializer makes texts
            ConsumerRecord<?, String> kept = message.unwrap(ConsumerRecord.class);
            partitions
                    .computeIfAbsent(kept.topic() + "/" + kept.partition(), p -> new ArrayList<>())
                    .add(kept);
        }
        return partitions;
    }

    private void take(String partition, List<ConsumerRecord<?, String>> records) {
        List<Received> outcomes = new ArrayList<>();
        Map<Long, String> texts = new HashMap<>();
        for (ConsumerRecord<?, String> kept : records) {
            outcomes.add(OutcomeRecord.read(kept));
            texts.put(kept.offset(), String.valueOf(kept.value()));
        }
        streaming.take(partition, outcomes, texts);
    }
}
