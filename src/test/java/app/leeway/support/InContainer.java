package app.leeway.support;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What is deployed for a test inside the server: the application as it was built, with the test
 * beside it.
 *
 * <pre>{@code
 * @Deployment
 * static WebArchive leeway() { return InContainer.leewayWith(MigrationsIT.class); }
 * }</pre>
 */
public final class InContainer {

    private InContainer() {}

    /** The built archive, and the tests (with the fixtures they use) in it. */
    public static WebArchive leewayWith(Class<?>... tests) {
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("leeway.war")))
                .addClasses(tests)
                .addAsLibraries(archiveOf(Assertions.class));
    }

    private static File archiveOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No file holds " + type, e);
        }
    }
}
