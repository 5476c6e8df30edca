package app.leeway.organization.web;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.MoneyFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How pages say things: words, amounts and moments in the person's language, days in the zone of
 * their place.
 */
@Named("say")
@RequestScoped
public class Messages {

    private static final String BUNDLE = "app.leeway.messages";

    @Inject FrameView frame;

    @Inject Clock clock;

    private Locale locale() {
        return "sv".equals(frame.getLanguage()) ? Locale.forLanguageTag("sv-SE") : Locale.UK;
    }

    private ResourceBundle words() {
        return ResourceBundle.getBundle(BUNDLE, locale());
    }

    public String text(LocalizedText texts) {
        return texts == null ? "" : texts.in(frame.getLanguage());
    }

    /**
     * The word for a code of a list: {@code outcome.GO}. The code itself where the company made it
     * up.
     */
    public String word(String list, Object code) {
        String key = list + '.' + code;
        ResourceBundle words = words();
        return words.containsKey(key) ? words.getString(key) : String.valueOf(code);
    }

    /**
     * A sentence with something in it; {@link MessageFormat}'s choices make singular and plural.
     */
    public String with(String key, Object... things) {
        return new MessageFormat(words().getString(key), locale()).format(things);
    }

    public String money(Money money) {
        return money == null ? "" : text(MoneyFormat.money(money));
    }

    /**
     * @param amount in minor units of the company's currency; null is said as nothing
     */
    public String minor(Long amount) {
        return amount == null ? "" : money(Money.of(amount, frame.getCurrency()));
    }

    /** The bare figure, always with its decimals, for a column that has its unit in the head. */
    public String figure(Money money) {
        return money == null ? "" : figures("#,##0.00").format(new BigDecimal(money.amount()));
    }

    /** The same for a change: nothing where there is none, else with its sign. */
    public String delta(Money money) {
        return money == null || money.minor() == 0
                ? ""
                : figures("+#,##0.00;\u2212#,##0.00").format(new BigDecimal(money.amount()));
    }

    /** How much of a whole, in thousandths, for drawing. */
    public long share(Money part, Money whole) {
        return whole.minor() == 0 ? 0 : part.minor() * 1000 / whole.minor();
    }

    /** {@code 3.2 km}; nothing for null. */
    public String distance(Integer metres) {
        return metres == null
                ? ""
                : figures("#,##0.###").format(BigDecimal.valueOf(metres, 3)) + "\u00a0km";
    }

    /** A count, or whole units. */
    public String whole(long number) {
        return figures("#,##0;\u2212#,##0").format(number);
    }

    /** Whole units of a figure that is reckoned, not counted. */
    public String about(double number) {
        return whole(Math.round(number));
    }

    /** {@code October 2026}. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale()));
    }

    private DecimalFormat figures(String pattern) {
        boolean swedish = "sv".equals(frame.getLanguage());
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(swedish ? '\u00a0' : ',');
        symbols.setDecimalSeparator(swedish ? ',' : '.');
        return new DecimalFormat(pattern, symbols);
    }

    /** As people say it: today 21:04, yesterday 08:10, 12 November 21:04. */
    public String when(Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime then = at.atZone(frame.getZone());
        String time = then.format(DateTimeFormatter.ofPattern("HH:mm", locale()));
        return day(then.toLocalDate()) + ' ' + time;
    }

    /** As people say it: today, yesterday, tomorrow, 12 November, 12 November 2025. */
    public String day(LocalDate day) {
        if (day == null) {
            return "";
        }
        LocalDate today = LocalDate.now(clock.withZone(frame.getZone()));
        long away = ChronoUnit.DAYS.between(today, day);
        if (away >= -1 && away <= 1) {
            return words().getString("day." + away);
        }
        String pattern = day.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy";
        return day.format(DateTimeFormatter.ofPattern(pattern, locale()));
    }

    /** The day before which it holds, as the last day on which it holds. */
    public String lastDay(Instant end) {
        return end == null ? "" : day(end.atZone(frame.getZone()).toLocalDate().minusDays(1));
    }

    public String exactly(Instant at) {
        return at == null
                ? ""
                : at.atZone(frame.getZone())
                        .format(
                                DateTimeFormatter.ofLocalizedDateTime(
                                                FormatStyle.FULL, FormatStyle.LONG)
                                        .withLocale(locale()));
    }

    /** Which of the four colours goes with a verdict. */
    public String tone(Object outcome) {
        return switch (String.valueOf(outcome)) {
            case "GO" -> "go";
            case "GO_AND_TELL" -> "tell";
            case "ASK" -> "ask";
            default -> "stop";
        };
    }

    /** How firm a clause is, in the same colours. */
    public String bendTone(String bendable) {
        return switch (bendable) {
            case "freely" -> "go";
            case "guardrails" -> "tell";
            case "approval" -> "ask";
            default -> "stop";
        };
    }

    public String changeTone(Object what) {
        return switch (String.valueOf(what)) {
            case "ADDED" -> "go";
            case "CHANGED" -> "tell";
            default -> "ask";
        };
    }

    public String list(Collection<?> things) {
        return String.join(", ", things.stream().map(String::valueOf).toList());
    }

    /** Which icon goes with a verdict, so that colour is never alone. */
    public String icon(Object outcome) {
        return switch (String.valueOf(outcome)) {
            case "GO" -> "pi-check-circle";
            case "GO_AND_TELL" -> "pi-megaphone";
            case "ASK" -> "pi-question-circle";
            default -> "pi-ban";
        };
    }
}
