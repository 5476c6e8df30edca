package app.leeway.http.rate;

import io.github.bucket4j.Bandwidth;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests within a while, each of several limits by itself: {@code 20/40s,300/1h} is
 * twenty at once, thirty a minute after that, and no more than three hundred in an hour.
 */
record Rate(List<Bandwidth> limits) {

    private static final Pattern LIMIT =
            Pattern.compile("\\s*([1-9]\\d{0,8})/((?:\\d+h)?(?:\\d+m)?(?:\\d+s)?)\\s*");

    /**
     * As it stands in the configuration.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Rate parse(String text) {
        return new Rate(Arrays.stream(text.split(",", -1)).map(Rate::limit).toList());
    }

    private static Bandwidth limit(String text) {
        Matcher limit = LIMIT.matcher(text);
        if (!limit.matches()) {
            throw wrong(text);
        }
        try {
            long count = Long.parseLong(limit.group(1));
            Duration within = Duration.parse("PT" + limit.group(2).toUpperCase(Locale.ROOT));
            return Bandwidth.builder().capacity(count).refillGreedy(count, within).build();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no rate: a number, a slash and a while, such as 20/40s or 300/1h");
    }
}
