package app.leeway.bench;

/** One operation of a peer; each caller has its own. */
interface Call extends AutoCloseable {

    /** Whether it was answered as it should. */
    boolean run() throws Exception;

    @Override
    void close() throws Exception;
}
