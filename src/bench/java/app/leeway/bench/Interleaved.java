package app.leeway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Peers that take turns on the same machine, slice by slice, until each has enough that nobody
 * disturbed.
 */
final class Interleaved {
    /** A machine that is never calm is given up after so many times the rounds wanted. */
    private static final double PATIENCE = 1.6;

    private final Settings settings;
    private final Calm calm;
    private final int clients;

    /**
     * @param clients callers of each peer
     */
    Interleaved(Settings settings, Calm calm, int clients) {
        this.settings = settings;
        this.calm = calm;
        this.clients = clients;
    }

    /** All slices in the order of time, disturbed ones marked. */
    List<Slice> run(List<Peer> peers) throws Exception {
        Map<Peer, ClosedLoop> loops = new LinkedHashMap<>();
        try {
            for (Peer peer : peers) {
                ClosedLoop loop = new ClosedLoop(peer, clients);
                loops.put(peer, loop);
                loop.run(settings.slice().dividedBy(2)); // connected, compiled, cached
            }
            List<Slice> slices = new ArrayList<>();
            int rounds = (int) Math.ceil(settings.slices() * PATIENCE);
            for (int round = 0; round < rounds && !enough(slices, peers); round++) {
                for (ClosedLoop loop : loops.values()) {
                    slices.add(watched(loop));
                }
            }
            slices.add(watched(loops.get(peers.get(0)))); // the last of the others has two besides
            return slices;
        } finally {
            for (ClosedLoop loop : loops.values()) {
                loop.close();
            }
        }
    }

    private Slice watched(ClosedLoop loop) {
        Duration length = settings.slice();
        Calm.Watch watch = calm.watch();
        Slice slice = loop.run(length);
        return slice.disturbedIf(watch.wasDisturbed());
    }

    private boolean enough(List<Slice> slices, List<Peer> peers) {
        return peers.stream()
                .allMatch(
                        peer ->
                                slices.stream()
                                                .filter(s -> s.peer().equals(peer.name()))
                                                .filter(s -> !s.disturbed())
                                                .count()
                                        >= settings.slices());
    }
}
