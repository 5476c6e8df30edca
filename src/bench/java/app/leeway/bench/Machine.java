package app.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmark runs on. */
final class Machine {

    private Machine() {}

    static String processor() {
        return after(Path.of("/proc/cpuinfo"), "model name");
    }

    static String memory() {
        return after(Path.of("/proc/meminfo"), "MemTotal");
    }

    /** Over one, five and fifteen minutes. */
    static String load() {
        return read(Path.of("/proc/loadavg")).strip().replaceAll(" \\S+ \\S+$", "");
    }

    private static String after(Path file, String key) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("this machine does not say what it is", e);
        }
    }
}
