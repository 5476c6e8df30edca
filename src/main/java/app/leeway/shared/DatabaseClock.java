package app.leeway.shared;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The database's time as it was last learnt, carried on by a counter that nobody can set.
 *
 * <p>Design notice: the machine's own clock may be wrong, and may jump when it is put right. What
 * passes between two readings of the database is therefore counted in ticks, and the own clock is
 * asked only until the database has been.
 *
 * <p>Serializable for pages that are kept between requests: what is kept is that there is a clock,
 * and a server that takes the page out again puts its own in the place.
 */
final class DatabaseClock extends Clock implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A reading that took longer says too little about when within it the database was asked. */
    static final Duration LONGEST_READING = Duration.ofSeconds(1);

    private record Anchor(Instant at, long ticks) {}

    private final transient Clock own;
    private final transient LongSupplier ticks;
    private transient volatile Anchor anchor;

    /**
     * @param ticks nanoseconds since some beginning
     */
    DatabaseClock(Clock own, LongSupplier ticks) {
        this.own = own;
        this.ticks = ticks;
    }

    /** The counter by which readings are timed. */
    long ticks() {
        return ticks.getAsLong();
    }

    /**
     * The database said its time between two ticks; halfway is taken for the moment.
     *
     * @return whether the reading was short enough to be learnt from; the first one always is
     */
    boolean learn(Instant said, long before, long after) {
        boolean precise = after - before <= LONGEST_READING.toNanos();
        if (precise || anchor == null) {
            anchor = new Anchor(said, before + (after - before) / 2);
            return true;
        }
        return false;
    }

    /**
     * How far the own clock is ahead of the database's; negative behind, zero before it is known.
     */
    Duration ahead() {
        return Duration.between(instant(), own.instant());
    }

    @Override
    public Instant instant() {
        Anchor last = anchor;
        return last == null ? own.instant() : last.at().plusNanos(ticks.getAsLong() - last.ticks());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Zoned(this, zone);
    }

    private Object writeReplace() {
        return new OfTheServer();
    }

    private record OfTheServer() implements Serializable {

        private Object readResolve() {
            return CDI.current().select(Clock.class).get();
        }
    }

    /** The same time, said elsewhere. */
    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
