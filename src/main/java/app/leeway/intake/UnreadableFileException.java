package app.leeway.intake;

/** A file that no number of tries makes readable. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param problem a code
     * @param line where it shows, from 1
     */
    public UnreadableFileException(String problem, long line) {
        super(problem, null, false, false);
        this.line = line;
    }

    public String problem() {
        return getMessage();
    }

    public long line() {
        return line;
    }
}
