package app.leeway.company;

import app.leeway.shared.Money;
import app.leeway.shared.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mapping of a company file as it is written, in YAML's flow style: {@code { code: north,
 * level: region }}. Keys without a value are left out.
 */
class Flow {

    /** What YAML takes for text without quotation marks, wherever it stands. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}][\\p{L}\\p{Nd}._@/+'()-]*( [\\p{L}\\p{Nd}._@/+'()-]+)*");

    private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "nan", "inf");

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** A value that is YAML already: a word of the form, a number, a date. */
    Flow put(String key, Object value) {
        if (value != null) {
            fields.put(key, value.toString());
        }
        return this;
    }

    Flow text(String key, String text) {
        return put(key, scalar(text));
    }

    Flow texts(String key, Texts texts) {
        return texts.sv().equals(texts.en())
                ? text(key, texts.sv())
                : put(key, new Flow().text("sv", texts.sv()).text("en", texts.en()));
    }

    Flow money(String key, Long minor, String currency) {
        return minor == null ? this : put(key, Money.of(minor, currency).amount());
    }

    /** Left out when empty. */
    Flow list(String key, List<?> values) {
        return values.isEmpty() ? this : put(key, sequence(values));
    }

    static String sequence(List<?> values) {
        return values.stream()
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    Map<String, String> fields() {
        return fields;
    }

    /** A text as it must stand so that it comes back as the same text. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase())) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').appendCodePoint(c);
                            } else if (isPrintable(c)) {
                                quoted.appendCodePoint(c);
                            } else {
                                quoted.append(String.format("\\U%08X", c));
                            }
                        });
        return quoted.append('"').toString();
    }

    /** Marks that are not seen are written by number, so that a reader of the file sees them. */
    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT
                && type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && c != 0xfeff;
    }

    @Override
    public String toString() {
        if (fields.isEmpty()) {
            return "{}";
        }
        return fields.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(java.util.stream.Collectors.joining(", ", "{ ", " }"));
    }
}
