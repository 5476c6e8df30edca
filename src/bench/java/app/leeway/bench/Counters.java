package app.leeway.bench;

/**
 * What an operation costs, which no neighbour on the machine can disturb.
 *
 * @param statements sent to the database, BEGIN and COMMIT left out
 * @param commits of transactions
 * @param rows inserted, updated or deleted
 * @param walBytes written ahead
 * @param flushes of the log to the disk
 * @param databaseUs processor time of the database, in microseconds
 * @param serverUs the same of the application's server
 * @param allocatedBytes in the server's heap
 */
record Counters(
        double statements,
        double commits,
        double rows,
        double walBytes,
        double flushes,
        double databaseUs,
        double serverUs,
        double allocatedBytes) {

    Counters minus(Counters before) {
        return new Counters(
                statements - before.statements,
                commits - before.commits,
                rows - before.rows,
                walBytes - before.walBytes,
                flushes - before.flushes,
                databaseUs - before.databaseUs,
                serverUs - before.serverUs,
                allocatedBytes - before.allocatedBytes);
    }

    Counters per(double operations) {
        return new Counters(
                statements / operations,
                commits / operations,
                rows / operations,
                walBytes / operations,
                flushes / operations,
                databaseUs / operations,
                serverUs / operations,
                allocatedBytes / operations);
    }
}
