package app.leeway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes one script of a module of the tablet page and all that it imports, each after what it
 * needs, without comments and the spaces that only people need.
 *
 * <p><b>Design notice:</b> thirty requests on a slow network cost seconds, and a build tool for
 * scripts would have to be installed and kept up to date by everybody. The modules keep to what is
 * understood here: imports at the beginning, by name or as a whole, exports where a name is
 * declared, no circles. Anything else fails when the server starts, not on the floor.
 */
final class TabletModules {
    private static final int FLAGS = Pattern.DOTALL | Pattern.MULTILINE;
    private static final Pattern COMMENT =
            Pattern.compile("[ \\t]*/\\*\\*.*?\\*/[ \\t]*\\n?|^[ \\t]*//[^\\n]*\\n", FLAGS);
    private static final Pattern IMPORT =
            Pattern.compile("^import (\\{[^}]*}|\\* as \\w+) from '\\./([\\w-]+)\\.js';\\n", FLAGS);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:async function|function|const) ([\\w$]+))", FLAGS);
    private static final Pattern LEFT_OVER = Pattern.compile("^(?:import|export)\\b", FLAGS);
    private static final Pattern SPACED =
            Pattern.compile(
                    "('(?:[^'\\\\\\n]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`)" // texts stay as they are
                            + "|([{,;]) | ([}{])| (=>|===|!==|&&|\\|\\||=|\\?\\?) ");
    private static final Pattern INDENT = Pattern.compile("^[ \\t]+|\\n(?=\\n)", FLAGS);

    private final UnaryOperator<String> sources;
    private final Map<String, String> made = new LinkedHashMap<>();

    /**
     * @param sources gives the text of a module by its name, {@code main} for {@code js/main.js}
     */
    TabletModules(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /** One script that does what the module does. */
    String script(String name) {
        add(name);
        return "'use strict';\n" + String.join("", made.values());
    }

    /**
     * One script that does what the module does, where the script of another one has run before: a
     * page and its service worker share what both need, so that it travels once.
     */
    String script(String name, String before) {
        add(before);
        Set<String> there = Set.copyOf(made.keySet());
        add(name);
        return made.entrySet().stream()
                .filter(module -> !there.contains(module.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("", "'use strict';\n", ""));
    }

    private void add(String name) {
        if (made.containsKey(name)) {
            if (made.get(name).isEmpty()) {
                throw new IllegalStateException(
                        "The module " + name + " imports itself in a circle");
            }
            return;
        }
        String source = COMMENT.matcher(sources.apply(name)).replaceAll("");
        made.put(name, "");
        IMPORT.matcher(source).results().forEach(needed -> add(needed.group(2)));
        made.remove(name);
        made.put(name, wrapped(name, source));
    }

    private static String wrapped(String name, String source) {
        String exported =
                EXPORT.matcher(source)
                        .results()
                        .map(declared -> declared.group(2))
                        .collect(Collectors.joining(", "));
        String taken =
                IMPORT.matcher(source)
                        .results()
                        .map(TabletModules::taken)
                        .collect(Collectors.joining());
        String own = EXPORT.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("$1");
        String body =
                taken + SPACED.matcher(INDENT.matcher(own).replaceAll("")).replaceAll("$1$2$3$4");
        if (LEFT_OVER.matcher(body).find()) {
            throw new IllegalStateException("The module " + name + " imports or exports otherwise");
        }
        return "const _%s = (() => {\n%s\nreturn { %s };\n})();\n".formatted(name, body, exported);
    }

    /** {@code import { a } from './b.js'} becomes {@code const { a } = _b}. */
    private static String taken(MatchResult imported) {
        String names = imported.group(1).replace("* as ", "");
        return "const %s = _%s;\n".formatted(names, imported.group(2));
    }
}
