package app.leeway.shared;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are said to people: {@code 1 240 kr} in Swedish, {@code SEK 1,240} in English. */
public final class MoneyFormat {

    private MoneyFormat() {}

    public static LocalizedText money(Money money) {
        String code = money.currency().getCurrencyCode();
        String swedish = number(money, '\u00a0', ',');
        String english = number(money, ',', '.');
        return new LocalizedText(
                swedish + '\u00a0' + ("SEK".equals(code) ? "kr" : code), code + '\u00a0' + english);
    }

    /** Decimals are said only where there are any. */
    private static String number(Money money, char group, char decimal) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(group);
        symbols.setDecimalSeparator(decimal);
        symbols.setMinusSign('\u2212');
        String amount = money.amount();
        boolean whole = amount.endsWith(".00") || !amount.contains(".");
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols)
                .format(new java.math.BigDecimal(amount));
    }
}
