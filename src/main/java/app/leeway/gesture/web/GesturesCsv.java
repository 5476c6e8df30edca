package app.leeway.gesture.web;

import app.leeway.audit.NotedReads;
import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureRow;
import app.leeway.gesture.Gestures;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.VisibleScope;
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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code GET /gesture/gestures.csv}: the list of the same address as a file, of any length, a piece
 * at a time.
 *
 * <p>It begins with a byte order mark, without which Excel takes Swedish letters for something
 * else. Cells that a spreadsheet would take for a formula are guarded by {@link SafeCell}.
 */
@WebServlet("/gesture/gestures.csv")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"staff", "manager", "leader", "auditor"}))
public class GesturesCsv extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String[] HEAD = {
        "id",
        "happened",
        "received",
        "place",
        "kind",
        "who",
        "customer",
        "customer_name",
        "visit",
        "cost",
        "currency",
        "outcome",
        "state",
        "review",
        "bends"
    };

    @Inject Actors actors;

    @Inject Access access;

    @Inject Gestures gestures;

    @Inject Organizations organizations;

    @Inject NotedReads reads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Actor actor = actors.actor();
        VisibleScope reach = access.reach(actor);
        ZoneId zone = organizations.current().zoneOf(actor.at());
        GestureFilter filter = GestureAddress.of(request::getParameter).filter(zone);
        reads.ofExport(actor.personId(), "gestures.csv");
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"gestures.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (Writer out = response.getWriter()) {
            out.write(BYTE_ORDER_MARK);
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord((Object[]) HEAD);
            List<GestureRow> piece = gestures.list(filter, reach, null, PIECE);
            while (!piece.isEmpty()) {
                for (GestureRow row : piece) {
                    csv.printRecord(cells(row, zone, actor.language()));
                }
                GestureRow last = piece.get(piece.size() - 1);
                piece =
                        gestures.list(
                                filter,
                                reach,
                                new Gestures.Place(last.receivedAt(), last.id()),
                                PIECE);
            }
        }
    }

    private static List<String> cells(GestureRow row, ZoneId zone, String language) {
        return java.util.stream.Stream.of(
                        row.id().toString(),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.judgedFor().atZone(zone)),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                row.receivedAt().atZone(zone)),
                        row.placeName().in(language),
                        row.kindName().in(language),
                        row.name(),
                        row.customer(),
                        row.customerName(),
                        row.visit(),
                        row.cost().amount(),
                        row.cost().currency().getCurrencyCode(),
                        row.outcome().name(),
                        row.state().code(),
                        row.review() == null ? null : row.review().code(),
                        String.join(" ", row.bends()))
                .map(SafeCell::of)
                .toList();
    }
}
