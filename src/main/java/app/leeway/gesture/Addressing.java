package app.leeway.gesture;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * To whom exceptions are brought: answered by the room above, which keeps them.
 *
 * <p>Design notice: an interface with a single implementor. Whoever logs is told in the same breath
 * who will decide, and this room may not know the one that knows.
 */
public interface Addressing {

    /** For each of them, by its id; in the transaction that writes them, or that only looks. */
    Map<UUID, Answer.Addressed> addressed(List<ExceptionsOpened.Opened> exceptions);
}
