package app.leeway.http.rate;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.http.TooManyRequestsException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the limits that hold unless others are given let through, and what they do not. */
class RateLimitsTest {

    private static final int CUSTOMERS = 2_011;
    private static final int FOUND_AT_ONCE = 10;
    private static final Duration CALL = Duration.ofMillis(14); // 1,520 customers took 21 s

    private final HandMeter time = new HandMeter();
    private final RateLimits limits = RateLimits.usual(time);

    @Test
    void P16_whoever_walks_the_alphabet_reads_a_small_part_of_the_customers() {
        List<String> names = names();
        Set<String> read = new HashSet<>();
        for (Duration passed = Duration.ZERO;
                passed.compareTo(Duration.ofSeconds(21)) < 0;
                passed = passed.plus(CALL)) {
            long call = passed.dividedBy(CALL);
            if (isAnswered()) {
                String prefix = prefix(call);
                names.stream()
                        .filter(name -> name.startsWith(prefix))
                        .limit(FOUND_AT_ONCE)
                        .forEach(read::add);
            }
            time.passes(CALL);
        }

        assertThat(read.size()).isBetween(1, CUSTOMERS / 6);
    }

    @Test
    void P16_whoever_walks_it_slowly_reads_no_more_than_the_hour_has() {
        long answered = 0;
        for (int second = 0; second < 3_600; second++) {
            answered += isAnswered() ? 1 : 0;
            time.passes(Duration.ofSeconds(1));
        }

        assertThat(answered).isLessThanOrEqualTo(600); // 300 at the start, and as they come back
    }

    @Test
    void somebody_at_a_desk_searches_as_they_please() {
        for (int guest = 0; guest < 40; guest++) { // in an hour, each in a few letters at a time
            for (int letters = 0; letters < 5; letters++) {
                assertThat(isAnswered()).isTrue();
                time.passes(Duration.ofMillis(800));
            }
            time.passes(Duration.ofSeconds(86));
        }
    }

    @Test
    void thirty_tablets_behind_one_address_begin_their_shift() {
        for (int tablet = 0; tablet < 30; tablet++) {
            for (int file = 0; file < 40; file++) {
                assertThat(limits.byOpenAddress("192.0.2.1")).isEmpty();
            }
            for (int attempt = 0; attempt < 7; attempt++) {
                limits.withoutSuccess("192.0.2.1");
                assertThat(limits.beforeToken("192.0.2.1")).isEmpty();
            }
        }
    }

    @Test
    void a_tablet_that_was_offline_for_hours_sends_what_it_has_one_by_one() {
        for (int entry = 0; entry < 50; entry++) {
            assertThat(limits.byPerson("anna")).isEmpty(); // the batch was refused
            assertThat(limits.byPerson("anna")).isEmpty();
        }
    }

    @Test
    void P15_who_hammers_is_told_to_wait_and_nobody_else_is() {
        IntStream.range(0, 1_200).forEach(i -> limits.byPerson("anna"));

        assertThat(limits.byPerson("anna")).isEqualTo(Optional.of(Duration.ofSeconds(1)));
        assertThat(limits.byPerson("kim")).isEmpty();
    }

    private boolean isAnswered() {
        try {
            limits.search("anna");
            return true;
        } catch (TooManyRequestsException e) {
            assertThat(e.after()).isPositive();
            return false;
        }
    }

    private static String prefix(long call) {
        int two = (int) (call % (26 * 26));
        return "" + (char) ('a' + two / 26) + (char) ('a' + two % 26);
    }

    private static List<String> names() {
        Random chance = new Random(20261128);
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(
                        i ->
                                "%c%c-%d"
                                        .formatted(
                                                'a' + chance.nextInt(26),
                                                'a' + chance.nextInt(26),
                                                i))
                .toList();
    }
}
