package app.leeway.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong with something that people brought: a stable code, and a sentence in both languages
 * with what it is about.
 *
 * @param code for machines: {@code duplicate-code}
 */
public record Complaint(String code, LocalizedText said) {

    private static final String SENTENCES = "app.leeway.complaints";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    /**
     * @param key of a sentence in {@code complaints_sv.properties} and {@code _en}; the code is
     *     what stands before its first full stop
     * @param things that the sentence speaks of; {@link LocalizedText} are said in its language
     * @throws java.util.MissingResourceException when there is no such sentence
     */
    public static Complaint of(String key, Object... things) {
        String code = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return new Complaint(
                code,
                new LocalizedText(
                        sentence(key, SWEDISH, things), sentence(key, Locale.UK, things)));
    }

    private static String sentence(String key, Locale locale, Object... things) {
        Object[] named = new Object[things.length];
        for (int i = 0; i < things.length; i++) {
            named[i] =
                    things[i] instanceof LocalizedText texts
                            ? texts.in(locale.getLanguage())
                            : things[i];
        }
        String pattern = ResourceBundle.getBundle(SENTENCES, locale).getString(key);
        return new MessageFormat(pattern, locale).format(named);
    }
}
