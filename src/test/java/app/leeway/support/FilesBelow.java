package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** The files below a folder in which somebody else makes and deletes files meanwhile. */
public final class FilesBelow {

    private FilesBelow() {}

    /** Regular files with their sizes in bytes, without those that vanish meanwhile. */
    public static Map<Path, Long> sizes(Path folder) {
        Map<Path, Long> sizes = new HashMap<>();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                            if (about.isRegularFile()) {
                                sizes.put(file, about.size());
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
        return sizes;
    }
}
