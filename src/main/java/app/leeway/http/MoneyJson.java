package app.leeway.http;

import app.leeway.shared.Money;

/**
 * Money as answers write it.
 *
 * @param amount a plain decimal with the currency's decimals: {@code 120.00}
 * @param currency ISO 4217
 */
public record MoneyJson(String amount, String currency) {

    /** Null for null. */
    public static MoneyJson of(Money money) {
        return money == null
                ? null
                : new MoneyJson(money.amount(), money.currency().getCurrencyCode());
    }

    /** Null for null. */
    public static MoneyJson of(Long minor, String currency) {
        return minor == null ? null : of(Money.of(minor, currency));
    }
}
