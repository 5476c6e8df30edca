package app.leeway.support;

import java.net.URI;
import java.util.Optional;

/** One more server on the database and the realm of the running Leeway. */
public final class AnotherServer implements AutoCloseable {
    private final Place place;
    private final LocalStack stack;

    private AnotherServer(Place place, LocalStack stack) {
        this.place = place;
        this.stack = stack;
    }

    /**
     * @param name of its folder below {@code target}; another for each
     */
    public static AnotherServer startedBeside(RunningLeeway leeway, String name) {
        Place place = Place.ofTests(name);
        Outside given = new Outside(Optional.of(leeway.database()), Optional.of(leeway.realm()));
        LocalStack stack = new LocalStack(place, given, new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop " + name));
        stack.start();
        return new AnotherServer(place, stack);
    }

    public URI url() {
        return URI.create(place.origin());
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
