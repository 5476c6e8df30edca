package app.leeway.companyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sections of all rooms, without a container: they can read and write, but not store. */
final class SectionsFixture {

    static final CompanySections ALL = new CompanySections(ofTheHouse());

    private SectionsFixture() {}

    /** Every section of the rooms, found as CDI finds them: by what it implements. */
    private static List<CompanySection<?>> ofTheHouse() {
        Path classes = Path.of(locationOf(CompanySection.class));
        try (Stream<Path> files = Files.walk(classes)) {
            List<CompanySection<?>> sections =
                    files.map(file -> classes.relativize(file).toString())
                            .filter(file -> file.endsWith("Section.class"))
                            .map(file -> file.replace(File.separatorChar, '.'))
                            .map(file -> load(file.substring(0, file.lastIndexOf('.'))))
                            .filter(CompanySection.class::isAssignableFrom)
                            .filter(type -> !type.isInterface())
                            .<CompanySection<?>>map(SectionsFixture::made)
                            .toList();
            assertThat(sections).hasSizeGreaterThan(10);
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI locationOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompanySection<?> made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (CompanySection<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
