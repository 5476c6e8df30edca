package app.leeway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long and what to measure; every one is a system property that the POM passes on.
 *
 * @param slices accepted ones wanted of each peer
 * @param slice how long each peer runs at a time
 * @param warmUp of the server, before anything counts
 * @param kills how often the server is killed in scenario 12
 * @param live gestures that the server has logged before its live heap is looked at
 * @param open exceptions that wait while others are asked for, found and decided
 * @param many exceptions that wait when the inbox and the timers are looked at
 * @param outcomes that come in in scenario 7
 * @param gestures that there are when the pages of scenario 8 are looked at
 * @param scenarios numbers of those to run
 */
record Settings(
        int slices,
        Duration slice,
        Duration warmUp,
        int kills,
        int live,
        int open,
        int many,
        int outcomes,
        int gestures,
        Set<Integer> scenarios,
        Path project,
        Path results) {

    /** Callers at a time, each on a connection of its own. */
    static final int CLIENTS = 32;

    static Settings given() {
        return new Settings(
                Integer.parseInt(property("bench.slices")),
                Duration.ofMillis(Long.parseLong(property("bench.slice.ms"))),
                Duration.ofSeconds(Long.parseLong(property("bench.warmup.s"))),
                Integer.parseInt(property("bench.kills")),
                Integer.parseInt(property("bench.live")),
                Integer.parseInt(property("bench.open")),
                Integer.parseInt(property("bench.many")),
                Integer.parseInt(property("bench.outcomes")),
                Integer.parseInt(property("bench.gestures")),
                Stream.of(property("bench.scenarios").split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                Path.of(property("leeway.project")),
                Path.of(property("bench.results")));
    }

    boolean wants(int... anyOf) {
        for (int scenario : anyOf) {
            if (scenarios.contains(scenario)) {
                return true;
            }
        }
        return false;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The system property " + name + " is missing.");
        }
        return value;
    }
}
