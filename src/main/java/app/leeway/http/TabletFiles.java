package app.leeway.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code /tap/files.js}: all that the tablet page is made of, and one name for it as it is now. Its
 * service worker keeps these files for when there is no network, and replaces all of them when one
 * has changed.
 *
 * <p><b>Design notice:</b> not a list typed by hand: a file forgotten there would be missed on the
 * floor only, and only without network.
 */
@WebServlet("/tap/files.js")
public final class TabletFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/tap/";
    private static final String PAGE = ROOT + "index.html";
    private static final String TOKENS = "/resources/css/tokens.css";

    private String module;

    @Override
    public void init() throws ServletException {
        ServletContext context = getServletContext();
        SortedSet<String> files = new TreeSet<>();
        collect(context, ROOT, files);
        files.add(TOKENS);
        String list =
                files.stream()
                        .map(file -> file.equals(PAGE) ? ROOT : file)
                        .map(file -> "  '" + file + "',\n")
                        .collect(Collectors.joining());
        module =
                "export const version = 'tap-%s';\nexport const files = [\n%s];\n"
                        .formatted(digest(context, files), list);
    }

    private static void collect(ServletContext context, String folder, SortedSet<String> files) {
        for (String path : context.getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                collect(context, path, files);
            } else if (isLoaded(path)) {
                files.add(path);
            }
        }
    }

    /** The browser keeps the service worker itself; types are for editors. */
    private static boolean isLoaded(String path) {
        return !path.endsWith("/sw.js") && !path.endsWith(".d.ts");
    }

    private static String digest(ServletContext context, SortedSet<String> files)
            throws ServletException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                try (InputStream content = context.getResourceAsStream(file)) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new ServletException("The files of the tablet page cannot be read", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getWriter().write(module);
    }
}
