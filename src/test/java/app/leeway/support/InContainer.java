package app.leeway.support;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentTargetDescription;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What is deployed for tests inside the server: the application as it was built, with all of them
 * beside it.
 */
public final class InContainer implements DeploymentScenarioGenerator {

    @Override
    public List<DeploymentDescription> generate(TestClass first) {
        String name = DeploymentTargetDescription.DEFAULT.getName();
        return List.of(new DeploymentDescription(name, leeway()));
    }

    private static WebArchive leeway() {
        WebArchive leeway =
                ShrinkWrap.createFromZipFile(
                                WebArchive.class, new File(System.getProperty("leeway.war")))
                        .addClasses(InsideTheServer.class, OneServer.class)
                        .addAsLibraries(archiveOf(Assertions.class));
        for (Class<?> test : tests()) {
            leeway.addClass(test);
            InsideTheServer carried = test.getAnnotation(InsideTheServer.class);
            leeway.addClasses(carried.with());
            for (String migration : carried.migrations()) {
                String name = migration.substring(migration.lastIndexOf('/') + 1);
                leeway.addAsResource(migration, "db/migration/" + name);
            }
        }
        return leeway;
    }

    /** Named as those that the build runs against servers. */
    private static List<Class<?>> tests() {
        return ReflectionSupport.findAllClassesInPackage(
                "app.leeway",
                type -> type.isAnnotationPresent(InsideTheServer.class),
                name -> name.endsWith("IT"));
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
