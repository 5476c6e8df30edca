package app.leeway.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the server itself refuses, or what fell through everything else: said briefly and with the
 * request's id, never with a stack, a class or a version. Machines get a problem, people a page.
 */
public final class Failures extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = status(request);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean machine = uri != null && uri.toString().startsWith("/api/");
        if (machine) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(Problems.of(status).json(RequestId.of(request)).toString());
        } else {
            response.setContentType("text/html");
            response.getWriter().write(page(status, RequestId.of(request)));
        }
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    }

    /** The id is harmless: {@link RequestId} lets nothing else in. */
    private static String page(int status, String id) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>%1$s - Leeway</title>
                </head>
                <body>
                <main><h1>%1$s</h1><p>%2$d, %3$s</p><p><a href="/">Leeway</a></p></main>
                </body>
                </html>
                """
                .formatted(words(status), status, id);
    }

    private static String words(int status) {
        return switch (status) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 413 -> "Too large";
            default -> status < 500 ? "Not understood" : "Something went wrong here";
        };
    }
}
