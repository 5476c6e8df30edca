package app.leeway.absence;

import app.leeway.organization.Actor;
import app.leeway.outgoing.NotPublicException;
import app.leeway.outgoing.Reply;
import app.leeway.outgoing.SafeHttpClient;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Somebody's absences from their calendar: from a file once, or from an address again and again.
 *
 * <p>Design notice: nothing here is in a transaction, because the outside world may take its time;
 * what comes back is taken in by {@link TakingInCalendars}.
 */
@ApplicationScoped
public class Calendars {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int REDIRECTS_MOST = 3;
    private static final Map<String, String> HEADERS = Map.of("Accept", "text/calendar, */*;q=0.1");

    @Inject SafeHttpClient courier;
    @Inject TakingInCalendars taking;

    public CalendarStatus status(Actor actor) {
        return taking.status(actor);
    }

    /**
     * @return how many times away it holds
     * @throws RefusedException INVALID with what is wrong with the file
     */
    public int importFile(Actor actor, byte[] file) {
        return taking.takingIn(actor, file);
    }

    /**
     * @return how many times away it holds now
     * @throws RefusedException INVALID when nothing may be fetched from there, when it does not
     *     answer well, and with what is wrong with the answer
     */
    public int subscribe(Actor actor, String url) {
        String address = url.trim().replaceFirst("(?i)^webcal:", "https:");
        try {
            return taking.subscribe(actor, address, fetch(address));
        } catch (NotPublicException e) {
            throw RefusedException.invalid("url", e.code(), e.getMessage());
        } catch (IOException e) {
            throw RefusedException.invalid(
                    "url", "unreachable", "The calendar could not be fetched: " + e.getMessage());
        }
    }

    /** What was read stays; it is not read again. */
    public void unsubscribe(Actor actor) {
        taking.unsubscribe(actor);
    }

    /** Reads one that is due; false when none is. */
    boolean renewNext() {
        CalendarStore.Due due = taking.takeDue().orElse(null);
        if (due == null) {
            return false;
        }
        try {
            taking.renew(due.personId(), fetch(due.url()));
        } catch (NotPublicException e) {
            taking.fail(due.personId(), e.code());
        } catch (IOException e) {
            taking.fail(due.personId(), "unreachable");
        }
        return true;
    }

    /** Each step of the way is judged anew. */
    private byte[] fetch(String address) throws IOException {
        String at = address;
        for (int hop = 0; hop <= REDIRECTS_MOST; hop++) {
            Reply reply = courier.get(at, HEADERS, CalendarFile.BYTES_MOST, PATIENCE);
            if (reply.isGood()) {
                return reply.body();
            }
            String next = reply.header("location").orElse(null);
            if (reply.status() < 300 || reply.status() >= 400 || next == null) {
                throw new IOException("it answers with " + reply.status());
            }
            at = resolved(at, next);
        }
        throw new IOException("it leads from one address to another");
    }

    private static String resolved(String from, String to) throws IOException {
        try {
            return URI.create(from).resolve(to).toString();
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to no address", e);
        }
    }
}
