package app.leeway.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folds what is known of a customer, and what is said at a desk, into words that can be compared:
 * lower case, no accents, letters and digits only.
 */
final class SearchTerms {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PART = Pattern.compile("\\p{L}+|\\p{Nd}+");
    private static final Pattern NUMERIC = Pattern.compile("[+(]*[0-9][0-9()./+-]*");

    /** Country codes by their length (ITU-T E.164), at the start of an international number. */
    private static final Pattern COUNTRY =
            Pattern.compile(
                    "^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})");

    private SearchTerms() {}

    /** Everything by which this customer can be found. */
    static Set<String> of(CustomerLine line) {
        return of(line.code(), line.name(), line.phone(), line.email(), line.knownAs());
    }

    static Set<String> of(String code, String name, String phone, String email, String knownAs) {
        Set<String> words = new LinkedHashSet<>();
        addText(words, code);
        addText(words, name);
        addText(words, knownAs);
        if (email != null) {
            add(words, squeezed(email));
            addText(words, email.replaceFirst("@.*", "")); // everybody's domain finds nobody
        }
        if (phone != null) {
            phone(phone).forEach(number -> add(words, number));
        }
        return words;
    }

    /**
     * What was said, word by word; each is found when any of its alternatives begins a known word.
     * Numbers that follow each other are one: a phone number is said in groups.
     */
    static List<List<String>> asked(String said) {
        List<List<String>> asked = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (String word : SPACE.split(said.strip())) {
            if (NUMERIC.matcher(folded(word)).matches()) {
                number.append(folded(word));
                continue;
            }
            addNumber(asked, number);
            String folded = squeezed(word);
            if (!folded.isEmpty()) {
                asked.add(List.of(folded));
            }
        }
        addNumber(asked, number);
        return asked;
    }

    private static void addNumber(List<List<String>> asked, StringBuilder number) {
        if (!number.isEmpty()) {
            String said = number.toString();
            asked.add(
                    Stream.concat(Stream.of(digits(said)), phone(said).stream().limit(2))
                            .distinct()
                            .toList());
            number.setLength(0);
        }
    }

    /** Each word whole, and its letters and its digits apart: {@code c1001}, {@code c, 1001}. */
    private static void addText(Set<String> words, String text) {
        if (text == null) {
            return;
        }
        for (String word : SPACE.split(text)) {
            add(words, squeezed(word));
            Matcher part = PART.matcher(folded(word));
            while (part.find()) {
                add(words, part.group());
            }
        }
    }

    /**
     * The notations of one number: with its country, with the zero that is dialled at home, and
     * without either. A number written at home has no country here.
     */
    private static List<String> phone(String written) {
        String digits = digits(written.replace("(0)", ""));
        boolean plus = written.strip().startsWith("+") || written.strip().startsWith("(+");
        if (plus || digits.startsWith("00")) {
            String international = plus ? digits : digits.substring(2);
            if (international.isEmpty()) {
                return List.of(digits);
            }
            String home = COUNTRY.matcher(international).replaceFirst("");
            return home.isEmpty() || home.equals(international)
                    ? List.of(international)
                    : List.of(international, "0" + home, home);
        }
        return digits.startsWith("0") && digits.length() > 1
                ? List.of(digits, digits.substring(1))
                : List.of(digits);
    }

    private static void add(Set<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static String digits(String text) {
        return folded(text).replaceAll("\\D", "");
    }

    private static String squeezed(String word) {
        return folded(word).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(plain)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th");
    }
}
