package app.leeway.shared.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query that stands in a file of its own below {@code sql/}, because another engine than the
 * application's database runs it too.
 *
 * <p>Design notice: the engines do not agree on how a parameter is written, so {@code {name}} is
 * filled in as text; only whole numbers and plain names are taken.
 */
public final class SqlText {

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,30}");
    private static final Pattern OPEN = Pattern.compile("\\{[a-z_]+}");

    private final String text;

    private SqlText(String text) {
        this.text = text;
    }

    /**
     * @param files without {@code .sql}; one after the other they make one query
     */
    public static SqlText of(String... files) {
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            text.append(read("/sql/" + file + ".sql"));
        }
        return new SqlText(text.toString());
    }

    public SqlText with(String name, int value) {
        return new SqlText(text.replace("{" + name + "}", Integer.toString(value)));
    }

    /** A plain name, such as that of a column. */
    public SqlText with(String name, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no plain name");
        }
        return new SqlText(text.replace("{" + name + "}", value));
    }

    /** Where a file holds several, each ended by a semicolon at the end of its line. */
    public List<String> statements() {
        return Arrays.stream(complete().split(";\\s*\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** The whole query. */
    public String complete() {
        if (OPEN.matcher(text).find()) {
            throw new IllegalStateException("something was not filled in: " + text);
        }
        return text;
    }

    private static String read(String resource) {
        try (InputStream in = SqlText.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
