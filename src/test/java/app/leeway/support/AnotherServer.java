package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One more server in the realm of the running Leeway, on its database or on one of its own. */
public final class AnotherServer implements AutoCloseable {
    private final WorkDir place;
    private final LocalStack stack;

    private AnotherServer(WorkDir place, LocalStack stack) {
        this.place = place;
        this.stack = stack;
    }

    /**
     * @param name of its folder; another for each
     */
    public static AnotherServer startedBeside(RunningLeeway leeway, String name) {
        return startedOn(leeway.database(), leeway, name);
    }

    /** The same, reaching the database by a way of the test's own. */
    public static AnotherServer startedOn(Database database, RunningLeeway leeway, String name) {
        return started(leeway, name, Optional.of(database), Map.of());
    }

    /** With a database of its own, in which there is the demo's company; it listens to Kafka. */
    public static AnotherServer startedListening(
            RunningLeeway leeway, String name, LocalKafka kafka) {
        return started(leeway, name, Optional.empty(), listening(kafka));
    }

    /** One more on the same database as another, listening too. */
    public static AnotherServer startedListening(
            AnotherServer other, RunningLeeway leeway, String name, LocalKafka kafka) {
        return started(leeway, name, Optional.of(other.database()), listening(kafka));
    }

    private static Map<String, String> listening(LocalKafka kafka) {
        return Map.of(LocalLiberty.KAFKA, kafka.servers(), "LEEWAY_DEMO_YEAR", "false");
    }

    /**
     * One beside the running Leeway, of other settings.
     *
     * @param settings environment variables
     */
    public static AnotherServer startedBeside(
            RunningLeeway leeway, String name, Map<String, String> settings) {
        return started(leeway, name, Optional.of(leeway.database()), settings);
    }

    /**
     * One whose own clock is wrong, beside the running Leeway.
     *
     * @param ahead in seconds
     */
    public static AnotherServer startedBesideWithClock(
            RunningLeeway leeway, String name, int ahead) {
        return started(leeway, name, Optional.of(leeway.database()), clock(ahead));
    }

    /** The same, alone on a database of its own, in which there is the demo's company. */
    public static AnotherServer startedAloneWithClock(
            RunningLeeway leeway, String name, int ahead) {
        return started(leeway, name, Optional.empty(), clock(ahead));
    }

    private static Map<String, String> clock(int ahead) {
        return Map.of(LocalLiberty.CLOCK, String.valueOf(ahead), "LEEWAY_DEMO_YEAR", "false");
    }

    /** With a database of its own, in which there is the demo's company and nothing else. */
    public static AnotherServer startedAlone(RunningLeeway leeway, String name) {
        return started(leeway, name, Optional.empty(), Map.of("LEEWAY_DEMO_YEAR", "false"));
    }

    /**
     * One more on the same database as another, whose own clock is wrong.
     *
     * @param ahead in seconds
     */
    public static AnotherServer startedBesideWithClock(
            AnotherServer other, RunningLeeway leeway, String name, int ahead) {
        return started(leeway, name, Optional.of(other.database()), clock(ahead));
    }

    /** With a database of its own, in which there is no company. */
    public static AnotherServer startedEmpty(RunningLeeway leeway, String name) {
        return started(leeway, name, Optional.empty(), Map.of("LEEWAY_DEMO", "false"));
    }

    private static AnotherServer started(
            RunningLeeway leeway,
            String name,
            Optional<Database> database,
            Map<String, String> settings) {
        WorkDir place = WorkDir.ofTests(name);
        RunningLeeway.empty(place.home());
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("JVM_ARGS", ServerProcess.COMPILE_QUICKLY);
        LocalStack stack =
                new LocalStack(
                        place,
                        new Outside(database, Optional.of(leeway.realm())),
                        new Progress(System.out),
                        environment);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop " + name));
        stack.start();
        return new AnotherServer(place, stack);
    }

    public URI url() {
        return URI.create(place.origin());
    }

    public Database database() {
        return stack.database();
    }

    /** What it has written into its log so far. */
    public String log() {
        try {
            return Files.readString(
                    place.home().resolve("logs").resolve("liberty.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + url() + " cannot be read", e);
        }
    }

    /** Ends it as a power cut would: {@code kill -9}. */
    public void kill() {
        ProcessHandle.of(stack.liberty().pid())
                .ifPresent(
                        server -> {
                            server.descendants().forEach(ProcessHandle::destroyForcibly);
                            server.destroyForcibly();
                            server.onExit().join();
                        });
    }

    @Override
    public void close() {
        stack.close();
    }
}
