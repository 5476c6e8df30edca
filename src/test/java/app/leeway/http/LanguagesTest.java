package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        ", sv",
        "en, en",
        "sv-SE, sv",
        "'en-GB,en;q=0.9,sv;q=0.8', en",
        "'sv;q=0.1,en;q=0.2', en",
        "'de,fr;q=0.9', sv",
        "'de,en;q=0.1', en",
        "'en;q=0', sv",
        "*, sv",
        "'<script>', sv",
        "'en;q=banana', sv",
    })
    void only_swedish_and_english_are_chosen_from(String header, String language) {
        assertThat(Languages.wanted(header, "sv")).isEqualTo(language);
    }
}
