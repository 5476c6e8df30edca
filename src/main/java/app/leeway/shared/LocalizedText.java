package app.leeway.shared;

/**
 * The same words in both languages of the product.
 *
 * @param sv Swedish
 * @param en English
 */
public record LocalizedText(String sv, String en) {

    public LocalizedText {
        if (sv == null || sv.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("a text is needed in Swedish and in English");
        }
    }

    /** A name that is the same in both languages. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /**
     * @param language {@code sv} or {@code en}
     */
    public String in(String language) {
        return "sv".equals(language) ? sv : en;
    }

    public LocalizedText then(LocalizedText more) {
        return new LocalizedText(sv + " " + more.sv, en + " " + more.en);
    }
}
