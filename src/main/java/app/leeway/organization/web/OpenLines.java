package app.leeway.organization.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many pages of each person are open and hear from this server that something has changed.
 *
 * <p>Design notice: Faces tells of the end of a line also where none had begun, because the token
 * in its address was false, and both end for the same reason as one whose sign-in has lapsed. An
 * end for that reason therefore gives nothing back; what it leaves behind lapses with the longest
 * sign-in.
 */
@ApplicationScoped
public class OpenLines {

    /** More pages than anybody has open at a time. */
    static final int MOST_OF_ONE = 20;

    /** Longer than any sign-in lasts. */
    static final Duration LONGEST = Duration.ofHours(12);

    @Inject Clock clock;

    private final Map<String, Deque<Instant>> open = new ConcurrentHashMap<>();

    boolean mayOpen(String user) {
        Instant lapsed = clock.instant().minus(LONGEST);
        Deque<Instant> left =
                open.computeIfPresent(
                        user,
                        (who, lines) -> {
                            lines.removeIf(since -> since.isBefore(lapsed));
                            return lines.isEmpty() ? null : lines;
                        });
        return left == null || left.size() < MOST_OF_ONE;
    }

    void opened(@Observes @Opened WebsocketEvent line) {
        open.compute(
                user(line),
                (who, lines) -> {
                    Deque<Instant> more = lines == null ? new ArrayDeque<>() : lines;
                    more.addLast(clock.instant());
                    return more;
                });
    }

    void closed(@Observes @Closed WebsocketEvent line) {
        if (line.getCloseCode().getCode() == CloseCodes.VIOLATED_POLICY.getCode()) {
            return;
        }
        open.computeIfPresent(
                user(line),
                (who, lines) -> {
                    lines.removeFirst();
                    return lines.isEmpty() ? null : lines;
                });
    }

    private static String user(WebsocketEvent line) {
        return String.valueOf((Object) line.getUser());
    }
}
