package app.leeway.companyfile;

import app.leeway.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A single value of the file, and where it stands. Each method reads it as something, or answers
 * null after it has noted why it is no such thing.
 */
public final class YamlScalar {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern WORDS = Pattern.compile("\\S(\\P{Cntrl}{0,198}\\S)?");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern SHARE = Pattern.compile("0(\\.\\d{1,3})?|1(\\.0{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final String text;
    private final int line;
    private final String path;
    private final Problems problems;

    YamlScalar(String text, int line, String path, Problems problems) {
        this.text = text;
        this.line = line;
        this.path = path;
        this.problems = problems;
    }

    public String text() {
        return text;
    }

    int line() {
        return line;
    }

    String path() {
        return path;
    }

    public YamlScalar code() {
        return matching(CODE, "malformed.code");
    }

    public YamlScalar user() {
        return matching(USER, "malformed.user");
    }

    private YamlScalar matching(Pattern pattern, String otherwise) {
        return pattern.matcher(text).matches() ? this : wrong(otherwise, text);
    }

    public String words() {
        return WORDS.matcher(text).matches() ? text : wrong("malformed.words");
    }

    /** An amount in minor units. */
    public Long money(String currency) {
        try {
            return Money.parse(text, currency).minor();
        } catch (IllegalArgumentException e) {
            return wrong("not-an-amount", text, currency, Money.MOST_MAJOR);
        }
    }

    public Integer whole(int most) {
        return WHOLE.matcher(text).matches() && Integer.parseInt(text) <= most
                ? Integer.valueOf(text)
                : wrong("not-a-number", text, most);
    }

    /** A part of the whole in thousandths: {@code 0.6} is 600. */
    public Integer share() {
        return SHARE.matcher(text).matches()
                ? (Integer) new BigDecimal(text).movePointRight(3).intValueExact()
                : wrong("not-a-share", text);
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return wrong("not-a-date", text);
        }
    }

    /** From a minute to thirty days. */
    public Duration duration() {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below
        }
        return wrong("not-a-duration", text);
    }

    /**
     * What the reading makes of the text.
     *
     * @param reading throws {@link IllegalArgumentException} for what it cannot read
     * @param complaint then, about the text
     */
    public <T> T as(Function<String, T> reading, String complaint) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            return wrong(complaint, text);
        }
    }

    public <T> T oneOf(Map<String, T> known) {
        T value = known.get(text);
        String all = String.join(", ", known.keySet().stream().sorted().toList());
        return value == null ? wrong("unknown-value", text, all) : value;
    }

    private <T> T wrong(String complaint, Object... things) {
        problems.add(line, path, complaint, things);
        return null;
    }
}
