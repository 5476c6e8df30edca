package app.leeway.http;

/**
 * What the operations of a room give somebody of another region. Each room with operations has one
 * beside its tests, with a constructor without parameters; {@link RegionsIT} finds it on the class
 * path, and fails for an operation that no probe knows.
 */
public interface RegionProbe {

    /** Says of each operation whether it is open to all, or how it is refused. */
    void probe(North north, Trials trials);
}
