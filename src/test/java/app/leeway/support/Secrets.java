package app.leeway.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of one installation: drawn at random when first asked for, then kept in its home. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path home) {
        this.file = home.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }

    String of(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String drawn = HexFormat.of().formatHex(bytes);
        values.setProperty(name, drawn);
        keep();
        return drawn;
    }

    private void keep() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file, readableByOwnerOnly());
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Made on first start, for this installation only.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + file, e);
        }
    }

    private static FileAttribute<?>[] readableByOwnerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
