package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"120.00,12000", "5,500", "0.5,50", "1000000000,100000000000"})
    void readsPlainDecimals(String text, long minor) {
        assertThat(Money.parse(text, "SEK")).isEqualTo(Money.of(minor, "SEK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1e3",
                "NaN",
                "",
                " 1",
                "1,00",
                "1.001",
                "1000000000.01",
                "1000000000000000",
                "+1",
                "0x10"
            })
    void refusesWhatIsNotAnAmountOfTheCurrency(String text) {
        assertThatThrownBy(() -> Money.parse(text, "SEK"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenWithAllDecimals() {
        assertThat(Money.of(500, "SEK").amount()).isEqualTo("5.00");
        assertThat(Money.of(-4, "SEK").amount()).isEqualTo("-0.04");
    }

    @Test
    void aRateIsRoundedHalfUpToTheMinorUnit() {
        Money perHour = Money.of(48000, "SEK");
        assertThat(perHour.times(6, 60)).isEqualTo(Money.of(4800, "SEK"));
        assertThat(Money.of(31000, "SEK").times(7, 60)).isEqualTo(Money.of(3617, "SEK"));
    }

    @Test
    void currenciesDoNotAddUp() {
        assertThatThrownBy(() -> Money.of(1, "SEK").plus(Money.of(1, "EUR")))
                .hasMessageContaining("SEK and EUR");
    }
}
