package app.leeway.handover;

/**
 * What the company file says of handover notes.
 *
 * @param longest how many characters one may have
 */
public record HandoverRule(int longest) {

    /** Where the file says nothing. */
    public static final HandoverRule USUAL = new HandoverRule(200);
}
