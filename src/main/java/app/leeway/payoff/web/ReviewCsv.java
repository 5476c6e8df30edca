package app.leeway.payoff.web;

import app.leeway.payoff.LookingAtPayoff;
import app.leeway.shared.SafeCell;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code GET /payoff/review.csv}: figures in full, for whoever reckons on. */
@WebServlet(name = "csv", urlPatterns = "/payoff/review.csv")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"leader", "steward", "auditor"}))
public class ReviewCsv extends ReviewExport {

    private static final long serialVersionUID = 1L;

    @Override
    String mediaType() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    void write(LookingAtPayoff.Read read, String by, String language, OutputStream out)
            throws IOException {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write("\uFEFF");
            CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            csv.printRecord(ReviewTable.HEAD);
            for (List<Object> row : ReviewTable.rows(read, lines(read, by, language), language)) {
                for (Object cell : row) {
                    csv.print(cell instanceof String text ? SafeCell.of(text) : cell);
                }
                csv.println();
            }
        }
    }
}
