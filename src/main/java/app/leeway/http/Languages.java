package app.leeway.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the product, and which of them a caller wants to be answered in. */
public final class Languages {

    private static final List<String> SPOKEN = List.of("sv", "en");

    private Languages() {}

    /**
     * @param acceptLanguage the header, or null
     * @param otherwise the language of a caller who prefers none of ours
     */
    public static String wanted(String acceptLanguage, String otherwise) {
        return acceptLanguage == null ? otherwise : first(acceptLanguage).orElse(otherwise);
    }

    /** Ranges come sorted by their weight; nothing is made of them but a choice among ours. */
    private static Optional<String> first(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-")[0])
                    .filter(SPOKEN::contains)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not a list of languages: as if there were none
        }
    }
}
