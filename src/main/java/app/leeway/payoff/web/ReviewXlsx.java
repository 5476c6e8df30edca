package app.leeway.payoff.web;

import app.leeway.payoff.LookingAtPayoff;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** {@code GET /payoff/review.xlsx}: a sheet for each sort of group. */
@WebServlet(name = "xlsx", urlPatterns = "/payoff/review.xlsx")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"leader", "steward", "auditor"}))
public class ReviewXlsx extends ReviewExport {

    private static final long serialVersionUID = 1L;

    @Override
    String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    void write(LookingAtPayoff.Read read, String by, String language, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Leeway", "1.0")) {
            for (String sort : PayoffAddress.SORTS) {
                Worksheet sheet = book.newWorksheet(sort);
                for (int c = 0; c < ReviewTable.HEAD.size(); c++) {
                    sheet.value(0, c, ReviewTable.HEAD.get(c));
                    sheet.style(0, c).bold().set();
                }
                sheet.freezePane(0, 1);
                int at = 1;
                for (List<Object> row :
                        ReviewTable.rows(read, lines(read, sort, language), language)) {
                    for (int c = 0; c < row.size(); c++) {
                        put(sheet, at, c, row.get(c));
                    }
                    at++;
                }
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
            if (number instanceof Double) {
                sheet.style(row, column).format("#,##0.00").set();
            }
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }
}
