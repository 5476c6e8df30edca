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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many pages of each person are open and hear from this server that something has changed.
 *
 * <p>Design notice: a line counts from the handshake on, before Faces says that it has opened, so
 * that many at once are not all let in before the first is counted. Faces tells of the end also of
 * a line that never opened because the token in its address was false; it then ends as refused or
 * as failed, and gives back its own handshake rather than a line that is open. An open line that
 * breaks off ends as failed too, and may so give back the handshake of another; when that one opens
 * it takes the place of a line that is counted as open and is not. A handshake of which nothing
 * more is heard lapses soon, a line after an hour: twenty in an hour still bound what one person
 * takes, and ends that are not heard of lock nobody out for the day.
 *
 * <p>With a session end all its lines, and of most of these Faces says nothing (see {@link
 * #LONGEST}): the session itself does. The ends that Faces does tell of then must not be taken for
 * those of other lines.
 */
@ApplicationScoped
public class OpenLines {

    /** More pages than anybody has open at a time. */
    static final int MOST_OF_ONE = 20;

    /** Longer than it takes from the handshake until the line is open. */
    static final Duration OPENING = Duration.ofMinutes(1);

    /**
     * How long a line counts at most. MyFaces keeps the end of a line to itself when its page's
     * token is already gone (a NullPointerException in {@code WebsocketSessionManager}), so that
     * some ends are never heard of.
     */
    static final Duration LONGEST = Duration.ofHours(1);

    /** Within what time Faces tells of the end of a line whose session has ended, if it does. */
    static final Duration TOLD_TWICE = Duration.ofSeconds(5);

    /** Within what time it may say that the page ended it, which was quicker than the session. */
    static final Duration TOLD_AT_ONCE = Duration.ofSeconds(1);

    /** How lines end with their session. */
    private static final Set<Integer> BY_THE_SERVER =
            Set.of(CloseCodes.NORMAL_CLOSURE.getCode(), CloseCodes.VIOLATED_POLICY.getCode());

    /** How lines with a false token end. */
    private static final Set<Integer> MAY_NEVER_HAVE_OPENED =
            Set.of(CloseCodes.VIOLATED_POLICY.getCode(), CloseCodes.UNEXPECTED_CONDITION.getCode());

    @Inject Clock clock;

    private final Map<String, Lines> lines = new ConcurrentHashMap<>();

    /** A line, or the handshake for one. */
    private record Line(Instant since, String session) {}

    /**
     * Counts a line of this person, unless there are as many as may be.
     *
     * @param session id of the session that it ends with
     * @return whether it may open
     */
    boolean open(String user, String session) {
        Instant now = clock.instant();
        boolean[] may = new boolean[1];
        lines.compute(
                user,
                (who, known) -> {
                    Lines his = known == null ? new Lines() : known;
                    his.forget(now);
                    may[0] = his.count() < MOST_OF_ONE;
                    if (may[0]) {
                        his.opening.addLast(new Line(now, session));
                    }
                    return his;
                });
        return may[0];
    }

    void opened(@Observes @Opened WebsocketEvent line) {
        lines.computeIfPresent(user(line), (who, his) -> his.opened(clock.instant()));
    }

    void closed(@Observes @Closed WebsocketEvent line) {
        int code = line.getCloseCode().getCode();
        lines.computeIfPresent(user(line), (who, his) -> his.closed(code, clock.instant()));
    }

    /** A session of this person has ended, and all its lines with it. */
    void sessionEnded(String user, String session) {
        lines.computeIfPresent(user, (who, his) -> his.sessionEnded(session, clock.instant()));
    }

    private static String user(WebsocketEvent line) {
        return String.valueOf((Object) line.getUser());
    }

    /** Of one person; only touched while the map holds on to it. */
    private static final class Lines {

        private final Deque<Line> opening = new ArrayDeque<>();
        private final Deque<Line> open = new ArrayDeque<>();

        /** When sessions ended, once for each of their lines. */
        private final Deque<Instant> ended = new ArrayDeque<>();

        int count() {
            return opening.size() + open.size();
        }

        void forget(Instant now) {
            opening.removeIf(line -> line.since().isBefore(now.minus(OPENING)));
            open.removeIf(line -> line.since().isBefore(now.minus(LONGEST)));
            ended.removeIf(at -> at.isBefore(now.minus(TOLD_TWICE)));
        }

        Lines opened(Instant now) {
            Line shaken = opening.pollFirst();
            Line replaced = shaken == null ? open.pollFirst() : shaken;
            open.addLast(new Line(now, replaced == null ? null : replaced.session()));
            return this;
        }

        Lines closed(int code, Instant now) {
            forget(now);
            if (!isOfEndedSession(code, now)) {
                boolean mayNeverHaveOpened = MAY_NEVER_HAVE_OPENED.contains(code);
                Deque<Line> counted = open;
                if (open.isEmpty() || mayNeverHaveOpened && !opening.isEmpty()) {
                    counted = opening;
                }
                counted.pollFirst();
            }
            return count() == 0 && ended.isEmpty() ? null : this;
        }

        /** Whether that is taken for the end of a line that is not counted any more. */
        private boolean isOfEndedSession(int code, Instant now) {
            Duration within = BY_THE_SERVER.contains(code) ? TOLD_TWICE : TOLD_AT_ONCE;
            boolean is = !ended.isEmpty() && !ended.getLast().isBefore(now.minus(within));
            if (is) {
                ended.pollLast();
            }
            return is;
        }

        Lines sessionEnded(String session, Instant now) {
            int before = count();
            opening.removeIf(line -> session.equals(line.session()));
            open.removeIf(line -> session.equals(line.session()));
            for (int line = count(); line < before; line++) {
                ended.addLast(now);
            }
            return this;
        }
    }
}
