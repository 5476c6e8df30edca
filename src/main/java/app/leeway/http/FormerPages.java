package app.leeway.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * Pages that have a new address: bookmarks, and links in mails that were sent, lead there until
 * release 0.3.
 */
@WebServlet({
    "/outbox/words.xhtml",
    "/outbox/webhooks.xhtml",
    "/approval/absence.xhtml",
    "/approval/reviews.xhtml"
})
public class FormerPages extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Map<String, String> NOW =
            Map.of(
                    "/outbox/words.xhtml", "/notification/notifications.xhtml",
                    "/outbox/webhooks.xhtml", "/webhook/webhooks.xhtml",
                    "/approval/absence.xhtml", "/absence/absence.xhtml",
                    "/approval/reviews.xhtml", "/spotcheck/spot-checks.xhtml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(
                "Location",
                request.getContextPath()
                        + NOW.get(request.getServletPath())
                        + (query == null ? "" : "?" + query));
    }
}
