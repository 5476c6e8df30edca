package app.leeway.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Whether two who read the same request could disagree on where it ends, or for whom it is (RFC
 * 9112, 6.3 and 3.2). The server reads it in one way, and a proxy in front perhaps in the other.
 *
 * <p>Design notice: only what the server has left to be seen. Of two lengths that differ, and of
 * one beside chunks, it shows nothing any more; a length that came by HTTP/2 it shows twice.
 */
final class Framing {

    private Framing() {}

    static boolean isAmbiguous(HttpServletRequest request) {
        List<String> lengths = all(request, "Content-Length");
        List<String> codings = all(request, "Transfer-Encoding");
        return lengths.size() > 1
                || lengths.stream().anyMatch(length -> !length.matches("\\d{1,18}"))
                || !codings.isEmpty() && !lengths.isEmpty()
                || Collections.list(request.getHeaders("Transfer-Encoding")).size() > 1
                || codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase("chunked"))
                || Collections.list(request.getHeaders("Host")).size() > 1
                || hasControls(request);
    }

    /** A line break on its own, or the like, inside of a header. */
    private static boolean hasControls(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                .flatMapToInt(String::chars)
                .anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
    }

    /** What is said twice alike is said once (RFC 9110, 8.6). */
    private static List<String> all(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .distinct()
                .toList();
    }
}
