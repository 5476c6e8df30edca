package app.leeway.shared;

/**
 * Text for a cell of a file that may be opened in a spreadsheet: what looks like a formula there
 * stays text.
 */
public final class SafeCell {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private SafeCell() {}

    /**
     * @param text null is an empty cell
     */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return STARTS_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
