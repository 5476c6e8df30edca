package app.leeway.http.rate;

import app.leeway.http.TooManyRequestsException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limits of this server, and what of them is used up. Each server keeps its own account. */
@ApplicationScoped
public class RateLimits {

    /** So many of each kind are kept account of; some ten megabytes when all are full. */
    private static final int MOST = 20_000;

    private static final String PERSON = "1200/1m";
    private static final String CLIENT = "12000/1m";
    private static final String SEARCH = "20/40s,300/1h";
    private static final String OPEN = "3000/1m";
    private static final String DOOR = "240/2m";

    private Allowance person;
    private Allowance client;
    private Allowance search;
    private Allowance open;
    private Allowance door;

    /** For the proxies. */
    RateLimits() {}

    @Inject
    RateLimits(
            @ConfigProperty(name = "leeway.rate.person", defaultValue = PERSON) String person,
            @ConfigProperty(name = "leeway.rate.client", defaultValue = CLIENT) String client,
            @ConfigProperty(name = "leeway.rate.search", defaultValue = SEARCH) String search,
            @ConfigProperty(name = "leeway.rate.open", defaultValue = OPEN) String open,
            @ConfigProperty(name = "leeway.rate.door", defaultValue = DOOR) String door) {
        this(person, client, search, open, door, TimeMeter.SYSTEM_NANOTIME);
    }

    /** Those that hold unless others are given. */
    static RateLimits usual(TimeMeter time) {
        return new RateLimits(PERSON, CLIENT, SEARCH, OPEN, DOOR, time);
    }

    private RateLimits(
            String person, String client, String search, String open, String door, TimeMeter time) {
        this.person = new Allowance(Rate.parse(person), time, MOST);
        this.client = new Allowance(Rate.parse(client), time, MOST);
        this.search = new Allowance(Rate.parse(search), time, MOST);
        this.open = new Allowance(Rate.parse(open), time, MOST);
        this.door = new Allowance(Rate.parse(door), time, MOST);
    }

    /**
     * A request of somebody signed in.
     *
     * @return empty when it may go on; otherwise after how long it may come again
     */
    Optional<Duration> byPerson(String sub) {
        return person.take(sub);
    }

    /** A request with a token of this client, whoever it speaks for. */
    Optional<Duration> byClient(String id) {
        return client.take(id);
    }

    /** A request from this address for what is open to everybody. */
    Optional<Duration> byOpenAddress(String address) {
        return open.take(Address.counted(address));
    }

    /** Whether a token may be tried from this address. */
    Optional<Duration> beforeToken(String address) {
        String counted = Address.counted(address);
        return door.look(counted).or(() -> open.look(counted));
    }

    /** What was tried from this address was no token. */
    void withoutSuccess(String address) {
        String counted = Address.counted(address);
        door.take(counted);
        open.take(counted);
    }

    /**
     * Somebody looks for customers.
     *
     * @throws TooManyRequestsException when they have done so too often
     */
    void search(String sub) {
        search.take(sub)
                .ifPresent(
                        after -> {
                            throw new TooManyRequestsException(
                                    "too many searches: come back after a while", after);
                        });
    }
}
