package app.leeway.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser for tests: the one on this machine, else Debian's, where it may be installed. The one
 * without windows first, which takes a third less of the processor.
 */
final class Chromium {
    private static final String MISSING =
            """
            The journeys need Chromium, and none was found. Install it (Debian: apt-get install
            chromium), or say where it is in the environment variable LEEWAY_CHROMIUM.""";
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chrome-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome.exe",
                    "msedge",
                    "microsoft-edge");
    private static final List<Path> ELSEWHERE =
            List.of(
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                    Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));

    private Chromium() {}

    /** Its executable; installs it where it is missing and the system lets us. */
    static Path executable() {
        return named().or(Chromium::onThisMachine)
                .or(Chromium::installed)
                .orElseThrow(() -> new StartFailed(MISSING));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("LEEWAY_CHROMIUM")).map(Path::of);
    }

    private static Optional<Path> onThisMachine() {
        Stream<Path> onPath =
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve));
        return Stream.concat(onPath, ELSEWHERE.stream()).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !root && !run("sudo", "-n", "true")) {
            return Optional.empty();
        }
        new Progress(System.out).say("Chromium: installing Debian's package");
        return apt(root, "update")
                        && (apt(root, "-y", "install", "chromium-headless-shell")
                                || apt(root, "-y", "install", "chromium"))
                ? onThisMachine()
                : Optional.empty();
    }

    private static boolean apt(boolean root, String... what) {
        List<String> command = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
        command.addAll(List.of("apt-get", "-qq"));
        command.addAll(List.of(what));
        return run(command.toArray(String[]::new));
    }

    private static boolean run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while installing Chromium", e);
        }
    }
}
