package app.leeway.http;

import app.leeway.shared.JsonParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers that are kept hold nobody's name: where one stands there is a mark with an id, and the
 * name as it is by then stands there again when the answer is given once more.
 *
 * <p>The members in which we put names are known; what people typed stays as they typed it.
 */
@ApplicationScoped
class NamesInAnswers {

    private static final Set<String> NAMES =
            Set.of("name", "by", "endedBy", "inPlaceOf", "standsInFor");
    private static final Set<String> CHANGED = Set.of("before", "after");
    private static final String CUSTOMER_NAME = "customerName";

    /** From the private use area: nobody's name begins so. */
    private static final Pattern MARK = Pattern.compile("\uE000([pc])(\\d{1,18})");

    private static final String PERSON_BY_NAME =
            "SELECT id FROM person WHERE name = :name"
                    + " ORDER BY (user_name = :user) DESC NULLS LAST, id LIMIT 1";
    private static final String PERSON_BY_USER = "SELECT id FROM person WHERE user_name = :user";
    private static final String CUSTOMER_BY_CODE = "SELECT id FROM customer WHERE code = :code";
    private static final Map<String, String> NAME_BY_MARK =
            Map.of(
                    "p", "SELECT name FROM person WHERE id = :id",
                    "c", "SELECT name FROM customer WHERE id = :id");

    @Inject Jdbi jdbi;

    /** What can be kept for ever. */
    String hidden(String body) {
        return rewritten(read(body), new Hiding(null)).toString();
    }

    /** The same with the names of now; what was kept before names were hidden stays as it is. */
    String shown(String body) {
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
        Optional<String> of(JsonObject object, String member, String text);

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
        public Optional<String> of(JsonObject object, String member, String text) {
            if (member.equals(CUSTOMER_NAME)) {
                return marked(
                        "c", id(CUSTOMER_BY_CODE, "code", object.getString("customer", null)));
            }
            if (NAMES.contains(member)) {
                return marked("p", idOfPerson(text, object.getString("user", null)));
            }
            boolean name = user != null && "name".equals(object.getString("key", null));
            return name && CHANGED.contains(member)
                    ? marked("p", id(PERSON_BY_USER, "user", user))
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

    private static JsonValue rewritten(JsonValue value, Rewriting rewriting) {
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

    private Optional<String> name(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(NAME_BY_MARK.get(mark.group(1)))
                                        .bind("id", Long.parseLong(mark.group(2)))
                                        .mapTo(String.class)
                                        .findOne()
                                        .orElse("")));
    }

    private Optional<Long> id(String sql, String parameter, String value) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql).bind(parameter, value).mapTo(Long.class).findOne());
    }

    private Optional<Long> idOfPerson(String name, String user) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(PERSON_BY_NAME)
                                .bind("name", name)
                                .bind("user", user)
                                .mapTo(Long.class)
                                .findOne());
    }
}
