package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46701000001", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetTakesForAFormulaStaysText(String typed) {
        assertThat(SafeCell.of(typed)).isEqualTo("'" + typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ingrid Falk", "a=b", "B-12", "O'Neill", "120.00", "🎂"})
    void otherTextStaysAsItWasTyped(String typed) {
        assertThat(SafeCell.of(typed)).isEqualTo(typed);
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(SafeCell.of(null)).isEmpty();
    }
}
