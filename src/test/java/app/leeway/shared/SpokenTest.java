package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void moneyIsSaidTheWayPeopleSayItInEachLanguage() {
        assertThat(Spoken.money(Money.of(124000, "SEK")))
                .isEqualTo(new Texts("1\u00a0240\u00a0kr", "SEK\u00a01,240"));
        assertThat(Spoken.money(Money.of(1250, "SEK")))
                .isEqualTo(new Texts("12,50\u00a0kr", "SEK\u00a012.50"));
        assertThat(Spoken.money(Money.of(1250, "EUR")))
                .isEqualTo(new Texts("12,50\u00a0EUR", "EUR\u00a012.50"));
    }
}
