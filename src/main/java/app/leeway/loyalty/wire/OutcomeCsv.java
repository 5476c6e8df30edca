package app.leeway.loyalty.wire;

import app.leeway.loyalty.ReadingOutcomeFiles;
import app.leeway.loyalty.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;

/** A file of outcomes as CSV; its first line names the columns, in any order. */
@ApplicationScoped
class OutcomeCsv implements ReadingOutcomeFiles.Format {

    @Override
    public BiFunction<Long, String, Received> reading(String head, String source) {
        List<String> columns = OutcomeLine.split(head);
        boolean known =
                columns != null
                        && OutcomeLine.COLUMNS.containsAll(columns)
                        && columns.stream().distinct().count() == columns.size()
                        && columns.containsAll(OutcomeLine.COLUMNS.subList(0, OutcomeLine.NEEDED));
        if (!known) {
            throw new IllegalArgumentException("unknown-columns");
        }
        OutcomeLine line = new OutcomeLine(columns, source);
        return line::read;
    }
}
