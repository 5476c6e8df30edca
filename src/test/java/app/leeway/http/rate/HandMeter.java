package app.leeway.http.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A counter of time that stands until a test moves it. */
final class HandMeter implements TimeMeter {

    private long nanos = 1_000_000_000_000L;

    void passes(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
