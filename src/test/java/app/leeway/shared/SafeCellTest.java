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
    @ValueSource(
            strings = {
                "\u00a0=1+1",
                "\u200b=1+1",
                "\ufeff=1+1",
                "\u2060@SUM(A1)",
                " \u00ad -2",
                "\u3000=1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM(A1)",
                "\ufe63\u0031",
                "\ufe62\u0031",
                "\ufe66\u0031",
                "\u22121",
                "\u200b\u00a0\uff1d1",
                "\n=1",
                "\u0000=1",
                "\t1"
            })
    void P14_formulasBehindWhatNobodySeesAndInFullWidthStayText(String typed) {
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
