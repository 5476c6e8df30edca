package app.leeway.http;

import app.leeway.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount as the API writes it: {@code {"amount": "120.00", "currency": "SEK"}}. Strings only: a
 * JSON number has passed through somebody's floating point.
 */
final class MoneyForm {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final Form form;
    private final Field amount;
    private final Field currency;

    MoneyForm(Form form) {
        this.form = form;
        this.amount = form.required("amount");
        this.currency = form.required("currency");
        form.refuseUnknown();
    }

    /** More than nothing, and at most {@link Money#MOST_MAJOR}; null where it is wrong. */
    Money read() {
        String digits = amount.text(64);
        String unit = currency.text(64);
        if (digits == null || unit == null) {
            return null;
        }
        return isCurrency(unit)
                ? amount(digits, unit)
                : currency.wrong("wrong-currency", "is not a currency such as SEK");
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(
                        c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
    }

    private Money amount(String digits, String unit) {
        if (!PLAIN.matcher(digits).matches()) {
            return notAnAmount();
        }
        BigDecimal decimal = new BigDecimal(digits);
        if (decimal.signum() <= 0) {
            return amount.wrong("too-small", "must be more than nothing");
        }
        if (decimal.compareTo(BigDecimal.valueOf(Money.MOST_MAJOR)) > 0) {
            return amount.wrong("too-large", "must be at most " + Money.MOST_MAJOR);
        }
        try {
            return Money.parse(digits, unit);
        } catch (IllegalArgumentException e) {
            return notAnAmount();
        }
    }

    private Money notAnAmount() {
        return amount.wrong("not-an-amount", "must be an amount such as \"120.00\"");
    }
}
