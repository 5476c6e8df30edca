package app.leeway.payoff;

import app.leeway.shared.LocalizedText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures of payoff are said: as exact as a sentence bears, with a real minus. */
final class Figures {

    private final LocalizedText unit;

    Figures(String currency) {
        this.unit =
                "SEK".equals(currency)
                        ? new LocalizedText("kr", "kr")
                        : LocalizedText.same(currency);
    }

    LocalizedText unit() {
        return unit;
    }

    /** {@code 1,240}: whole units. */
    static LocalizedText whole(double value) {
        return texts(value, "#,##0");
    }

    /** {@code +77}. */
    static LocalizedText signed(double value) {
        return texts(value, "+#,##0;\u2212#,##0");
    }

    /** {@code 4.4}, and {@code 0.26} below one. */
    static LocalizedText ratio(double value) {
        return texts(value, Math.abs(value) < 1 ? "0.00" : "0.0");
    }

    static LocalizedText percent(double part) {
        return texts(part * 100, "0");
    }

    /** {@code 900}: two figures, since it is a guess. */
    static LocalizedText about(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP));
        return texts(rounded.doubleValue(), "#,##0");
    }

    private static LocalizedText texts(double value, String pattern) {
        return new LocalizedText(
                number(value, pattern, '\u00a0', ','), number(value, pattern, ',', '.'));
    }

    private static String number(double value, String pattern, char group, char decimal) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(group);
        symbols.setDecimalSeparator(decimal);
        symbols.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.matches("[\u2212+]0([.,]0+)?") ? text.substring(1) : text;
    }
}
