package app.leeway.intake;

import java.io.IOException;

/** What is done with files of one kind; a bean for each. */
public interface FileReading {

    /** As {@code kept_file.kind} names it. */
    String kind();

    /**
     * Reads on from where the file is, to its end, and {@linkplain KeptFiles#end ends} it. Whatever
     * it writes, it moves the file on, or ends it, in the same transaction.
     *
     * @throws UnreadableFileException when nothing will ever come of it
     * @throws ClaimLostException when somebody else reads it by now
     */
    void read(KeptFile file) throws IOException;

    /**
     * It was given up; in the transaction that ends it.
     *
     * @param problem a code
     * @param line where, from 1
     */
    void failed(KeptFile file, String problem, long line);

    /** Forgets what need not be known of old files any more; now and then. */
    default void tidyUp() {}
}
