package app.leeway.http.rate;

import app.leeway.http.Languages;
import app.leeway.http.Problem;
import app.leeway.http.RequestId;
import app.leeway.http.TooManyRequestsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Says that somebody asks too often: a problem to machines, a sentence to a part of a page, a page
 * to people.
 *
 * <p>Design notice: not the desk's error page, which would ask the database who is signed in; a
 * refusal has to cost less than what it refuses.
 */
final class TooMany {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%2$s · Leeway</title>
            <link rel="stylesheet" href="/resources/css/tokens.css"/>
            <link rel="stylesheet" href="/resources/css/desk.css"/></head>
            <body><main class="page"><div class="opening"><h1>%2$s</h1><p class="lead">%3$s</p>
            <p><code>%4$s</code></p></div></main></body></html>
            """;

    private TooMany() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, Duration after)
            throws IOException {
        TooManyRequestsException refusal =
                new TooManyRequestsException("too many requests: come back after a while", after);
        response.setStatus(refusal.problem().status());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String language = Languages.wanted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "en");
        ResourceBundle words =
                ResourceBundle.getBundle("app.leeway.messages", Locale.forLanguageTag(language));
        String lead = MessageFormat.format(words.getString("limited.lead"), after.toSeconds());
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(refusal.problem().json(RequestId.of(request)).toString());
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/plain");
            response.getWriter().write(lead);
        } else {
            response.setContentType("text/html");
            response.getWriter()
                    .write(
                            PAGE.formatted(
                                    language,
                                    words.getString("limited.title"),
                                    lead,
                                    RequestId.of(request)));
        }
    }
}
