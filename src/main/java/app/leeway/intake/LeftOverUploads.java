package app.leeway.intake;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a page uploads, the server lays aside in its work area while the request lasts. What a
 * killed server left there goes at the next start, when nobody uploads yet.
 */
@WebListener
public class LeftOverUploads implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(LeftOverUploads.class.getName());

    /** As Liberty's parser of parts (Apache Commons FileUpload) names them. */
    private static final String PARTS = "upload_*.tmp";

    @Override
    public void contextInitialized(ServletContextEvent start) {
        Object folder = start.getServletContext().getAttribute(ServletContext.TEMPDIR);
        if (folder instanceof File laidAside && laidAside.isDirectory()) {
            try {
                sweep(laidAside.toPath());
            } catch (IOException e) {
                LOG.log(Level.SEVERE, "what a killed server left of uploads stays behind", e);
            }
        }
    }

    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PARTS)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }
}
