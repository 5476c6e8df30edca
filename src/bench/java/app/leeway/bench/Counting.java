package app.leeway.bench;

import app.leeway.support.BenchStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the counters while a peer runs.
 *
 * <p>Design notice: some of the database's figures arrive up to a second late. Both readings are
 * taken while the load is on, so that the delay is the same at either end.
 */
final class Counting {
    private static final Duration RUN_IN = Duration.ofMillis(1500);
    private static final Duration COUNTED = Duration.ofSeconds(4);
    private static final String READ =
            """
            SELECT sum(calls) FILTER (WHERE query !~* '^(begin|commit|rollback|set|show)'),
                   sum(calls) FILTER (WHERE query ~* '^commit'),
                   sum(rows) FILTER (WHERE query ~* '^(insert|update|delete|with)'),
                   pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0'),
                   (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal')
            FROM pg_stat_statements WHERE userid = 'leeway'::regrole""";

    private final BenchStack stack;
    private final int clients;

    /**
     * @param clients callers of each peer that is counted
     */
    Counting(BenchStack stack, int clients) {
        this.stack = stack;
        this.clients = clients;
    }

    /** What one operation of the peer costs. */
    Counters of(Peer peer) throws Exception {
        ExecutorService background = Executors.newSingleThreadExecutor();
        try (ClosedLoop loop = new ClosedLoop(peer, clients);
                ServerMemory memory = ServerMemory.of(stack.serverPid());
                Connection connection = stack.superuser()) {
            Future<Slice> running =
                    background.submit(() -> loop.run(RUN_IN.plus(COUNTED).plusMillis(500)));
            LockSupport.parkNanos(RUN_IN.toNanos());
            long doneBefore = loop.done();
            Counters before = read(connection, memory);
            LockSupport.parkNanos(COUNTED.toNanos());
            long done = loop.done() - doneBefore;
            Counters counted = read(connection, memory).minus(before).per(done);
            running.get();
            return counted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed while it was counted", e.getCause());
        } finally {
            background.shutdownNow();
        }
    }

    /** The processor time of the database, in ticks. */
    static long databaseTicks(long postmaster) {
        return Processes.ticksOfFamily(postmaster);
    }

    /** The process that is the parent of whoever serves this connection. */
    static long postmaster(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return Processes.parent(row.getLong(1));
        }
    }

    private Counters read(Connection connection, ServerMemory memory) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            double microsPerTick = 1e6 / Processes.TICKS_PER_SECOND;
            return new Counters(
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    databaseTicks(postmaster(connection)) * microsPerTick,
                    Processes.ticks(stack.serverPid()) * microsPerTick,
                    memory.allocatedBytes());
        }
    }
}
