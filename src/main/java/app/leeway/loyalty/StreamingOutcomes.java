package app.leeway.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes in what flows to us by itself. Nobody waits for an answer: what is not taken is kept beside
 * its stream with its reason, where the lines of a file are.
 */
@ApplicationScoped
public class StreamingOutcomes {

    @Inject OutcomeFiles files;
    @Inject ReceivingOutcomes receiving;

    /**
     * @param stream its name, as the list of what came in shows it
     * @param texts as they came, by their position
     */
    public void take(String stream, List<Received> messages, Map<Long, String> texts) {
        UUID id = files.open(stream);
        receiving.receive(null, messages, reception -> files.reached(id, 0, reception, texts));
    }
}
