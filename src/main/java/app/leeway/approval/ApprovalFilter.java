package app.leeway.approval;

/**
 * Which exceptions somebody wants to see. What is null is not narrowed.
 *
 * @param view whose
 * @param state null: those that are open
 * @param unit code of a unit; those at it and below
 * @param kind code
 * @param waiting true: only where a customer waits
 */
public record ApprovalFilter(
        View view, ApprovalState state, String unit, String kind, boolean waiting) {

    /** Whose exceptions. */
    public enum View {
        /** Those that I may decide. */
        DECIDE,
        /** Those that I asked for. */
        ASKED,
        /** All that I may see. */
        ALL;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is open and mine to decide. */
    public static final ApprovalFilter INBOX =
            new ApprovalFilter(View.DECIDE, null, null, null, false);
}
