package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void moneyIsSaidTheWayPeopleSayItInEachLanguage() {
        assertThat(MoneyFormat.money(Money.of(124000, "SEK")))
                .isEqualTo(new LocalizedText("1\u00a0240\u00a0kr", "SEK\u00a01,240"));
        assertThat(MoneyFormat.money(Money.of(1250, "SEK")))
                .isEqualTo(new LocalizedText("12,50\u00a0kr", "SEK\u00a012.50"));
        assertThat(MoneyFormat.money(Money.of(1250, "EUR")))
                .isEqualTo(new LocalizedText("12,50\u00a0EUR", "EUR\u00a012.50"));
    }
}
