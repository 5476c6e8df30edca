package app.leeway.loyalty.stream;

import app.leeway.http.BadRequestException;
import app.leeway.http.Form;
import app.leeway.loyalty.Received;
import app.leeway.loyalty.wire.OutcomeMessage;
import app.leeway.shared.Complaint;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of Kafka as an outcome: its value is what the API takes, plain or as a CloudEvent; in
 * binary mode (Kafka Protocol Binding for CloudEvents 1.0.2) the envelope is in its headers.
 */
final class OutcomeRecord {

    private static final String ATTRIBUTE = "ce_";

    private OutcomeRecord() {}

    /** What it says, or what is wrong with it; known by its offset. */
    static Received read(ConsumerRecord<?, String> kept) {
        if (kept.value() == null) {
            return refused(kept, Complaint.of("missing.record"));
        }
        try {
            String json = isBinary(kept) ? event(kept) : kept.value();
            return OutcomeMessage.read(
                    kept.offset(), Form.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (BadRequestException e) {
            return refused(kept, Complaint.of("not-json.record"));
        }
    }

    private static Received refused(ConsumerRecord<?, String> kept, Complaint why) {
        return Received.refused(kept.offset(), List.of(new Violation("", why)));
    }

    private static boolean isBinary(ConsumerRecord<?, String> kept) {
        return kept.headers().lastHeader(ATTRIBUTE + "specversion") != null;
    }

    private static String event(ConsumerRecord<?, String> kept) {
        String envelope =
                StreamSupport.stream(kept.headers().spliterator(), false)
                        .filter(header -> header.key().startsWith(ATTRIBUTE))
                        .map(OutcomeRecord::field)
                        .collect(Collectors.joining(","));
        return "{" + envelope + ",\"data\":" + kept.value() + "}";
    }

    private static String field(Header header) {
        String text =
                header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return JsonParts.quoted(header.key().substring(ATTRIBUTE.length()))
                + ":"
                + JsonParts.quoted(text);
    }
}
