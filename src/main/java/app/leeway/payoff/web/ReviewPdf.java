package app.leeway.payoff.web;

import app.leeway.payoff.LookingAtPayoff;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.OutputStream;

/** {@code GET /payoff/review.pdf}: two pages that a board would read. */
@WebServlet(name = "pdf", urlPatterns = "/payoff/review.pdf")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"leader", "steward", "auditor"}))
public class ReviewPdf extends ReviewExport {

    private static final long serialVersionUID = 1L;

    @Inject ReviewPaper paper;

    @Override
    String mediaType() {
        return "application/pdf";
    }

    @Override
    void write(LookingAtPayoff.Read read, String by, String language, OutputStream out)
            throws IOException {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.useFastMode();
        pdf.withHtmlContent(paper.html(read, language), null);
        pdf.toStream(out);
        pdf.run();
    }
}
