package app.leeway.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a code or key is, however it is written: two spellings that a person would read as one have
 * the same key. Used for everything that limits count by; shown is what was typed.
 *
 * <p>The key is in Unicode's compatibility form (full-width digits are digits), without characters
 * that nobody sees, with one blank between words and none around them, and without difference of
 * case.
 */
public final class Spelling {

    /** Unicode's Default_Ignorable_Code_Point, all format characters, and controls but spaces. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cf}\\p{Cc}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}"
                            + "\\x{2065}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}"
                            + "\\x{E0000}-\\x{E0FFF}&&[^\\t\\n\\x0B\\f\\r\\x{85}]]+");

    /** All white space, and the braille pattern that shows nothing. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\x{85}\\x{2800}]+");

    private Spelling() {}

    /**
     * @param typed may be null
     * @return equal for all spellings of the same; null when there is nothing to see
     */
    public static String key(String typed) {
        if (typed == null) {
            return null;
        }
        String once = folded(typed);
        String key = folded(once); // folding case can undo the compatibility form, once
        return key.isEmpty() ? null : key;
    }

    private static String folded(String text) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String words = BLANK.matcher(seen).replaceAll(" ").strip();
        // There and back, since some capitals have no small letter of their own: ß, SS, ẞ.
        String small =
                words.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(small, Normalizer.Form.NFKC);
    }
}
