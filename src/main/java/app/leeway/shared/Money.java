package app.leeway.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount of money, exact.
 *
 * @param minor the amount in minor units (öre, cents); may be negative in ledger differences
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,13}(\\.\\d{1,3})?");

    /** A thousand million: what no single amount in Leeway may pass, in major units. */
    public static final long MOST_MAJOR = 1_000_000_000L;

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /**
     * Reads a plain decimal, such as {@code 120.00} or {@code 5}.
     *
     * @throws IllegalArgumentException when it is not a plain decimal, has more decimals than the
     *     currency, or passes {@link #MOST_MAJOR}
     */
    public static Money parse(String text, String currency) {
        if (text == null || !PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an amount such as 120.00");
        }
        Currency unit = Currency.getInstance(currency);
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > unit.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(
                    text + " has more decimals than " + currency + " has");
        }
        if (amount.compareTo(BigDecimal.valueOf(MOST_MAJOR)) > 0) {
            throw new IllegalArgumentException(
                    text + " is more than " + MOST_MAJOR + ", the most an amount may be");
        }
        return new Money(
                amount.movePointRight(unit.getDefaultFractionDigits()).longValueExact(), unit);
    }

    /** The plain decimal form, always with the currency's decimals: {@code 120.00}. */
    public String amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** A rate taken {@code numerator / denominator} times, rounded half up to the minor unit. */
    public Money times(long numerator, long denominator) {
        BigDecimal share =
                BigDecimal.valueOf(minor)
                        .multiply(BigDecimal.valueOf(numerator))
                        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    currency + " and " + other.currency + " do not add up");
        }
        return other;
    }
}
