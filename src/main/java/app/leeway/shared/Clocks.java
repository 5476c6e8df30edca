package app.leeway.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The one place where time enters; everything else is given a {@link Clock}, which goes by the
 * database's time.
 */
@ApplicationScoped
class Clocks {

    /** Lets tests start a server whose own clock is wrong by so many seconds. */
    private static final String OFFSET = "leeway.clock.offset";

    private final Clock own = Clock.offset(Clock.systemUTC(), offset());
    private final DatabaseClock common = new DatabaseClock(own, System::nanoTime);

    /** What due times are made and judged by: the same on every server of one database. */
    @Produces
    Clock clock() {
        return common;
    }

    DatabaseClock common() {
        return common;
    }

    /** That of the machine, whether right or wrong. */
    Clock own() {
        return own;
    }

    private static Duration offset() {
        return Duration.ofSeconds(
                ConfigProvider.getConfig().getOptionalValue(OFFSET, Long.class).orElse(0L));
    }
}
