package app.leeway.shared;

/**
 * Text for a cell of a file that may be opened in a spreadsheet: what looks like a formula there
 * stays text, also behind blanks and characters that nobody sees, which some of them take away
 * first, and in full width, which some of them take for the usual one.
 */
public final class SafeCell {

    private static final String STARTS_FORMULA = "=+-@\u2212";
    private static final String STARTS_LINE = "\t\r\n";

    private SafeCell() {}

    /**
     * @param text null is an empty cell
     */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String seen = Spelling.key(text);
        boolean isFormula = seen != null && STARTS_FORMULA.indexOf(seen.charAt(0)) >= 0;
        return isFormula || STARTS_LINE.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
