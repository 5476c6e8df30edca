package app.leeway.bench;

/**
 * What one peer did in one stretch of time.
 *
 * @param done operations that were answered as they should
 * @param failed all others
 * @param p99Ms of those done
 * @param disturbed whether somebody else used the machine meanwhile
 */
record Slice(String peer, long done, long failed, double seconds, double p99Ms, boolean disturbed) {

    double perSecond() {
        return done / seconds;
    }

    Slice disturbedIf(boolean noisy) {
        return new Slice(peer, done, failed, seconds, p99Ms, noisy);
    }
}
