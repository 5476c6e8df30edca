package app.leeway.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts of the tablet page: {@code /tap/drain.js}, the sending of what waits, which both
 * others need; {@code /tap/tap.js}, the page itself; and {@code /tap/sw.js}, its service worker,
 * which also knows every file that the page needs without network, and one name for all of them as
 * they are now; when one of them changes, the page is laid down anew.
 *
 * <p><b>Design notice:</b> the list is not typed by hand: a file forgotten there would be missed on
 * the floor only, and only without network.
 */
@WebServlet({"/tap/drain.js", "/tap/tap.js", "/tap/sw.js"})
public final class TabletFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/tap/";
    private static final String MODULES = ROOT + "js/";
    private static final String PAGE = ROOT + "index.html";
    private static final String TOKENS = "/resources/css/tokens.css";
    private static final String SHARED = ROOT + "drain.js";
    private static final String SCRIPT = ROOT + "tap.js";

    private Map<String, String> scripts;

    @Override
    public void init() throws ServletException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        collect(ROOT, files);
        files.put(TOKENS, read(TOKENS));
        String list = "export const version = 'tap-%s';\nexport const files = [\n%s];\n";
        String known = list.formatted(digest(files), names(files));
        scripts =
                Map.of(
                        SHARED,
                        new TabletModules(name -> module(files, name)).script("drain"),
                        SCRIPT,
                        new TabletModules(name -> module(files, name)).script("main", "drain"),
                        ROOT + "sw.js",
                        "importScripts('"
                                + SHARED
                                + "');\n"
                                + new TabletModules(
                                                name ->
                                                        name.equals("files")
                                                                ? known
                                                                : module(files, name))
                                        .script("background", "drain"));
    }

    private void collect(String folder, SortedMap<String, byte[]> files) {
        for (String path : getServletContext().getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                collect(path, files);
            } else if (!path.endsWith(".d.ts")) {
                files.put(path, read(path));
            }
        }
    }

    private byte[] read(String path) {
        ServletContext context = getServletContext();
        try (InputStream content = context.getResourceAsStream(path)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read", e);
        }
    }

    private static String module(Map<String, byte[]> files, String name) {
        byte[] source = files.get(MODULES + name + ".js");
        if (source == null) {
            throw new IllegalStateException("There is no module " + name + " in " + MODULES);
        }
        return new String(source, StandardCharsets.UTF_8);
    }

    /** What the browser asks for: the modules only as scripts, the page by its folder. */
    private static String names(Map<String, byte[]> files) {
        return Stream.concat(
                        Stream.of(SHARED, SCRIPT),
                        files.keySet().stream().filter(file -> !file.startsWith(MODULES)))
                .map(file -> file.equals(PAGE) ? ROOT : file)
                .map(file -> "  '" + file + "',\n")
                .collect(Collectors.joining());
    }

    private static String digest(SortedMap<String, byte[]> files) throws ServletException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, content) -> {
                        digest.update(name.getBytes(StandardCharsets.UTF_8));
                        digest.update(content);
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new ServletException("Java has no SHA-256", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getWriter().write(scripts.get(request.getServletPath()));
    }
}
