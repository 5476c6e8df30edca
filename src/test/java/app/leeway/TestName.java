package app.leeway;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test that holds promises to account, by the numbers in its name ({@code
 * P2_anImportHappensOnce}) or in a tag ({@code @Tag("P2")}) on it or on its class.
 *
 * @param className without its package
 * @param sentence the test's name in words
 */
record TestName(String className, String sentence, Set<Promise> promises) {

    private static final Pattern NUMBER = Pattern.compile("[pP](\\d{1,2})");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([pP]\\d{1,2})\"\\)");
    private static final Pattern CLASS = Pattern.compile("^(?:\\w+ )*class (\\w+).*");
    private static final Pattern METHOD = Pattern.compile("^ +(?:\\w+ )*void (\\w+)\\(.*");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");

    /**
     * The promised tests of a source file, in its order. It leans on the one formatter: an empty
     * line before each method, its annotations between the two.
     *
     * @throws IllegalArgumentException for the number of a promise that nobody made
     */
    static List<TestName> in(String source) {
        List<TestName> found = new ArrayList<>();
        Set<Promise> ofClass = EnumSet.noneOf(Promise.class);
        String className = "";
        StringBuilder before = new StringBuilder();
        String unbroken = source.replaceAll("\\bvoid\\n +", "void "); // long names
        for (String line : unbroken.split("\n")) {
            Matcher type = CLASS.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (line.isBlank()) {
                before.setLength(0);
            } else if (type.matches()) {
                className = type.group(1);
                ofClass.addAll(tagged(before));
            } else if (method.matches() && TEST.matcher(before).find()) {
                Set<Promise> promises = tagged(before);
                promises.addAll(ofClass);
                found.add(named(className, method.group(1), promises));
            }
            before.append(line).append('\n');
        }
        return found.stream().filter(test -> !test.promises.isEmpty()).toList();
    }

    private static TestName named(String className, String method, Set<Promise> promises) {
        StringBuilder sentence = new StringBuilder();
        for (String part : method.split("_")) {
            if (NUMBER.matcher(part).matches()) {
                promises.add(promise(part));
            } else {
                sentence.append(' ').append(part.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " "));
            }
        }
        String words = sentence.toString().strip().toLowerCase(Locale.ROOT);
        return new TestName(className, words, promises);
    }

    private static Set<Promise> tagged(CharSequence annotations) {
        Set<Promise> promises = EnumSet.noneOf(Promise.class);
        TAG.matcher(annotations).results().forEach(tag -> promises.add(promise(tag.group(1))));
        return promises;
    }

    private static Promise promise(String number) {
        return Promise.valueOf(number.toUpperCase(Locale.ROOT));
    }
}
