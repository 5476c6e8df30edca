package app.leeway.payoff.web;

import app.leeway.audit.NotedReads;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.payoff.Edition;
import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.ReviewLine;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What the page of the same address shows, as a file. */
abstract class ReviewExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject Actors actors;
    @Inject LookingAtPayoff looking;
    @Inject NotedReads reads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Actor actor = actors.actor();
        PayoffAddress address = PayoffAddress.of(request::getParameter);
        Edition.About about =
                "no".equals(request.getParameter("about")) ? Edition.About.NO : Edition.About.GIVEN;
        Optional<LookingAtPayoff.Read> read =
                looking.read(actor, address.edition(about, looking.usualDays()));
        if (read.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String file = fileName(read.get());
        reads.ofExport(actor.personId(), file);
        response.setContentType(mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + '"');
        response.setHeader("Cache-Control", "no-store");
        write(read.get(), address.by(), actor.language(), response.getOutputStream());
    }

    private String fileName(LookingAtPayoff.Read read) {
        String path = getServletConfig().getServletName();
        return "leeway-review-" + read.edition().key().name() + '.' + path;
    }

    List<ReviewLine> lines(LookingAtPayoff.Read read, String by, String language) {
        return looking.lines(read, by, language);
    }

    abstract String mediaType();

    abstract void write(LookingAtPayoff.Read read, String by, String language, OutputStream out)
            throws IOException;
}
