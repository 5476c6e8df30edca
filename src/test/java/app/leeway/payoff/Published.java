package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;

/** Data and figures of others. */
final class Published {

    /** One in a thousand million, as assertj wants it. */
    static final Percentage CLOSE = Percentage.withPercentage(1e-7);

    private Published() {}

    static List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStreamReader reader =
                new InputStreamReader(
                        Published.class.getResourceAsStream("/payoff/" + file),
                        StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Agrees to 1e-9, relative. */
    static void agrees(String what, double ours, double theirs) {
        assertThat(ours).as(what).isCloseTo(theirs, CLOSE);
    }
}
