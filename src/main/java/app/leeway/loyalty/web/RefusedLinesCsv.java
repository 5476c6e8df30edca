package app.leeway.loyalty.web;

import app.leeway.audit.NotedReads;
import app.leeway.loyalty.OutcomeFiles;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.SafeCell;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code GET /payoff/refused.csv?file=}: the lines of a file that were not taken, each with why, in
 * the language of whoever asks. Any number of them, a piece at a time.
 */
@WebServlet("/payoff/refused.csv")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"leader", "steward", "auditor"}))
public class RefusedLinesCsv extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 2000;

    @Inject Actors actors;
    @Inject Access access;
    @Inject OutcomeFiles files;
    @Inject NotedReads reads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Actor actor = actors.actor();
        access.require(actor, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        UUID file = file(request.getParameter("file"));
        if (file == null || files.file(file).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        reads.ofExport(actor.personId(), "refused.csv " + file);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (Writer out = response.getWriter()) {
            out.write("\uFEFF");
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord("line", "code", "why", "text");
            long after = 0;
            List<OutcomeFiles.RefusedLine> piece = files.refused(file, after, PIECE);
            while (!piece.isEmpty()) {
                for (OutcomeFiles.RefusedLine line : piece) {
                    String why = "sv".equals(actor.language()) ? line.saidSv() : line.saidEn();
                    csv.printRecord(
                            line.line(), line.code(), SafeCell.of(why), SafeCell.of(line.text()));
                    after = line.line();
                }
                piece = files.refused(file, after, PIECE);
            }
        }
    }

    private static UUID file(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
