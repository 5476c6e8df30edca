package app.leeway.http;

import app.leeway.shared.JsonParts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that are kept hold nobody's name: where one stands there is a mark with an id, and the
 * name as it is by then stands there again when the answer is given once more.
 *
 * <p>The members in which we put names are known; what people typed stays as they typed it.
 */
final class NamesInAnswers {

    private static final Set<String> NAMES =
            Set.of("name", "by", "endedBy", "inPlaceOf", "standsInFor");
    private static final Set<String> CHANGED = Set.of("before", "after");
    private static final String CUSTOMER_NAME = "customerName";

    /** From the private use area: nobody's name begins so. */
    private static final Pattern MARK = Pattern.compile("\uE000([pc])(\\d{1,18})");

    private static final String PERSON_BY_NAME =
            "SELECT id FROM person WHERE name = ?"
                    + " ORDER BY (user_name = ?) DESC NULLS LAST, id LIMIT 1";
    private static final String PERSON_BY_USER = "SELECT id FROM person WHERE user_name = ?";
    private static final String CUSTOMER_BY_CODE = "SELECT id FROM customer WHERE code = ?";
    private static final Map<String, String> NAME_BY_MARK =
            Map.of(
                    "p", "SELECT name FROM person WHERE id = ?",
                    "c", "SELECT name FROM customer WHERE id = ?");

    private final Connection connection;

    NamesInAnswers(Connection connection) {
        this.connection = connection;
    }

    /** What can be kept for ever. */
    String hidden(String body) throws SQLException {
        return rewritten(read(body), new Hiding(null)).toString();
    }

    /** The same with the names of now; what was kept before names were hidden stays as it is. */
    String shown(String body) throws SQLException {
        return rewritten(
                        read(body),
                        (object, member, text) -> isOurs(member) ? name(text) : Optional.empty())
                .toString();
    }

    /** Whether we put names there; a mark that somebody typed elsewhere is what they typed. */
    private static boolean isOurs(String member) {
        return NAMES.contains(member) || CHANGED.contains(member) || member.equals(CUSTOMER_NAME);
    }

    private interface Rewriting {

        /** What stands in the place of a text; empty: the text. */
        Optional<String> of(JsonObject object, String member, String text) throws SQLException;

        /** How it goes on inside of an object. */
        default Rewriting inside(JsonObject object) {
            return this;
        }
    }

    /**
     * @param user of the person whose entry in the company file is told of; null: none is
     */
    private final class Hiding implements Rewriting {

        private final String user;

        Hiding(String user) {
            this.user = user;
        }

        @Override
        public Optional<String> of(JsonObject object, String member, String text)
                throws SQLException {
            if (member.equals(CUSTOMER_NAME)) {
                return marked("c", id(CUSTOMER_BY_CODE, object.getString("customer", null)));
            }
            if (NAMES.contains(member)) {
                return marked("p", id(PERSON_BY_NAME, text, object.getString("user", null)));
            }
            boolean name = user != null && "name".equals(object.getString("key", null));
            return name && CHANGED.contains(member)
                    ? marked("p", id(PERSON_BY_USER, user))
                    : Optional.empty();
        }

        @Override
        public Rewriting inside(JsonObject object) {
            return "people".equals(object.getString("section", null))
                    ? new Hiding(object.getString("entry", null))
                    : this;
        }
    }

    private static JsonValue read(String body) {
        try (JsonReader reader = JsonParts.reader(body)) {
            return reader.readValue();
        }
    }

    private static JsonValue rewritten(JsonValue value, Rewriting rewriting) throws SQLException {
        if (value instanceof JsonObject object) {
            Rewriting within = rewriting.inside(object);
            JsonObjectBuilder copy = JsonParts.object();
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                Optional<String> other =
                        member.getValue() instanceof JsonString text
                                ? within.of(object, member.getKey(), text.getString())
                                : Optional.empty();
                if (other.isPresent()) {
                    copy.add(member.getKey(), other.get());
                } else {
                    copy.add(member.getKey(), rewritten(member.getValue(), within));
                }
            }
            return copy.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder copy = JsonParts.array();
            for (JsonValue item : value.asJsonArray()) {
                copy.add(rewritten(item, rewriting));
            }
            return copy.build();
        }
        return value;
    }

    private static Optional<String> marked(String whose, Optional<Long> id) {
        return id.map(known -> "\uE000" + whose + known);
    }

    private Optional<String> name(String text) throws SQLException {
        Matcher mark = MARK.matcher(text);
        if (!mark.matches()) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(NAME_BY_MARK.get(mark.group(1)))) {
            select.setLong(1, Long.parseLong(mark.group(2)));
            try (ResultSet row = select.executeQuery()) {
                return Optional.of(row.next() ? row.getString(1) : "");
            }
        }
    }

    private Optional<Long> id(String sql, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }
}
