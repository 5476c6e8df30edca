package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with its output in a file. It ends with {@link #close()}. */
final class ServerProcess implements AutoCloseable {
    /**
     * Has a Java compile quickly rather than well: a server starts in little more than half the
     * time, which is a gain where it does not do much afterwards.
     */
    static final String COMPILE_QUICKLY = "-XX:TieredStopAtLevel=1";

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path log;
    private final Process process;

    private ServerProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the command in the folder.
     *
     * @param environment added to this process's own environment
     */
    static ServerProcess start(
            String name,
            List<String> command,
            Path folder,
            Map<String, String> environment,
            Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .redirectInput(ProcessBuilder.Redirect.PIPE);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return new ServerProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** The start script in the folder: {@code name.bat} on Windows, else with the given ending. */
    static String script(Path folder, String name, String ending) {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return folder.resolve(name + (windows ? ".bat" : ending)).toString();
    }

    /**
     * Returns once the address answers 200; fails when the process ends, the time is over, or the
     * output holds the text by which the server says that it will never be ready.
     */
    void awaitReady(URI address, Duration patience, String hopeless) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers(address)) {
            if (output().contains(hopeless)) {
                throw new StartFailed(name + " cannot become ready.\n" + lastWords());
            }
            if (ended(Duration.ofMillis(250))) {
                throw new StartFailed(
                        "%s ended with status %d while starting.\n%s"
                                .formatted(name, process.exitValue(), lastWords()));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(
                        "%s did not answer at %s within %d s.\n%s"
                                .formatted(name, address, patience.toSeconds(), lastWords()));
            }
        }
    }

    /** Waits for the process to end by itself. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for the process to end by itself, and well. */
    void awaitEndWell() {
        if (!ended(GRACE) || process.exitValue() != 0) {
            close();
            throw new StartFailed(name + " did not end well.\n" + lastWords());
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks the process to stop, and its children; insists after a while. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!ended(GRACE)) {
            process.destroyForcibly();
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean ended(Duration wait) {
        try {
            return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for " + name, e);
        }
    }

    private static boolean answers(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for " + address, e);
        }
    }

    private String lastWords() {
        List<String> lines = output().lines().toList();
        int from = Math.max(0, lines.size() - 30);
        return "The end of " + log + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    }

    private String output() {
        try {
            return Files.readString(log, Charset.defaultCharset());
        } catch (IOException e) {
            throw new UncheckedIOException("The output of " + name + " cannot be read", e);
        }
    }
}
