package app.leeway.http.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each of many may still ask for.
 *
 * <p>Design notice: it keeps account of the latest so many only, so that nobody fills the memory by
 * coming under ever new names. Whoever is forgotten begins anew; with fewer names than are kept,
 * nobody is.
 */
final class Allowance {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Rate rate;
    private final TimeMeter time;
    private final Map<String, Bucket> latest;

    /**
     * @param most how many are kept account of
     */
    Allowance(Rate rate, TimeMeter time, int most) {
        this.rate = rate;
        this.time = time;
        this.latest =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > most;
                    }
                };
    }

    /** Takes one; otherwise how long until there is one again, in whole seconds. */
    Optional<Duration> take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(inSeconds(probe.getNanosToWaitForRefill()));
    }

    /** The same without taking it. */
    Optional<Duration> look(String who) {
        EstimationProbe probe = bucket(who).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(inSeconds(probe.getNanosToWaitForRefill()));
    }

    private static Duration inSeconds(long nanos) {
        Duration whole =
                Duration.ofNanos(nanos).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        return whole.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : whole;
    }

    private Bucket bucket(String who) {
        synchronized (latest) {
            return latest.computeIfAbsent(who, first -> full());
        }
    }

    private Bucket full() {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(time);
        rate.limits().forEach(bucket::addLimit);
        return bucket.build();
    }

    int size() {
        synchronized (latest) {
            return latest.size();
        }
    }
}
