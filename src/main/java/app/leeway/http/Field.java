package app.leeway.http;

import app.leeway.shared.Money;
import app.leeway.shared.Violation;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One field of a {@link Form}. Each reading answers null where the field is absent or wrong; what
 * is wrong is noted with the form.
 */
public final class Field {

    private static final int UUID_LENGTH = 36;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final String path;
    private final JsonValue value;
    private final Violations violations;

    Field(String path, JsonValue value, Violations violations) {
        this.path = path;
        this.value = value == null ? JsonValue.NULL : value;
        this.violations = violations;
    }

    /** Whether it is not there, is null, or is blank text. */
    public boolean isAbsent() {
        return value == JsonValue.NULL
                || value instanceof JsonString text && text.getString().isBlank();
    }

    /** One of the company's own codes. */
    public String code() {
        return text(100);
    }

    /**
     * Text, exactly as typed.
     *
     * @param longest in characters as people count them
     */
    public String text(int longest) {
        JsonString json = as(JsonString.class, "text");
        if (json == null) {
            return null;
        }
        String text = json.getString();
        if (text.codePointCount(0, text.length()) > longest) {
            return wrong("too-long", "has more than " + longest + " characters");
        }
        if (text.codePoints().anyMatch(Field::cannotBeKept)) {
            return wrong("not-text", "holds a character that is none");
        }
        return text;
    }

    /** NUL, and halves of a surrogate pair: no database keeps them as text. */
    private static boolean cannotBeKept(int codePoint) {
        return codePoint == 0
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** One of a few words. */
    public String oneOf(String... words) {
        String text = code();
        return text == null || Arrays.asList(words).contains(text)
                ? text
                : wrong("unknown-value", "is none of " + String.join(", ", words));
    }

    /** A whole number within bounds, both included. */
    public Integer whole(int least, int most) {
        JsonNumber number = as(JsonNumber.class, "a whole number");
        if (number == null) {
            return null;
        }
        String digits = number.toString();
        if (!WHOLE.matcher(digits).matches()) {
            return wrong("wrong-type", "must be a whole number");
        }
        long whole = Long.parseLong(digits);
        return whole < least || whole > most ? outOf(whole < least, least, most) : (int) whole;
    }

    /** A whole number from 0 of up to 18 digits, as a JSON number or in a string. */
    public Long number() {
        if (isAbsent()) {
            return null;
        }
        String digits = value.getValueType() == ValueType.NUMBER ? value.toString() : text(18);
        if (digits == null) {
            return null;
        }
        return NUMBER.matcher(digits).matches()
                ? Long.valueOf(digits)
                : wrong("wrong-type", "must be a whole number from 0");
    }

    /** A plain decimal from 0, as a JSON number or in a string. */
    public BigDecimal decimal(int most, int decimals) {
        if (isAbsent()) {
            return null;
        }
        boolean number = value.getValueType() == ValueType.NUMBER;
        String digits = number ? value.toString() : text(32);
        if (digits == null) {
            return null;
        }
        if (!DECIMAL.matcher(digits).matches() || new BigDecimal(digits).scale() > decimals) {
            return wrong("wrong-type", "must be a number with at most " + decimals + " decimals");
        }
        BigDecimal decimal = new BigDecimal(digits);
        boolean below = decimal.signum() < 0;
        return below || decimal.compareTo(BigDecimal.valueOf(most)) > 0
                ? outOf(below, 0, most)
                : decimal;
    }

    /** Any number that can be reckoned with, as a JSON number. */
    public Double real() {
        JsonNumber number = as(JsonNumber.class, "a number");
        if (number == null) {
            return null;
        }
        double value = number.doubleValue();
        return Double.isFinite(value) ? value : wrong("too-large", "is beyond all reckoning");
    }

    /** True or false; false where it is absent or wrong. */
    public boolean truth() {
        if (!isAbsent() && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            wrong("wrong-type", "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    /** A UUID in its usual form. */
    public UUID uuid() {
        String text = text(UUID_LENGTH);
        if (text == null) {
            return null;
        }
        return UUID_FORM.matcher(text).matches()
                ? UUID.fromString(text)
                : wrong("wrong-type", "must be a UUID");
    }

    /** An instant with its offset, such as {@code 2026-11-22T18:30:00+01:00}. */
    public Instant instant() {
        String text = text(40);
        try {
            Instant instant = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return instant == null || isOfOurEra(instant)
                    ? instant
                    : wrong("out-of-range", "must be of the years 1 to 9999");
        } catch (DateTimeParseException e) {
            return wrong("wrong-type", "must be a time such as 2026-11-22T18:30:00+01:00");
        }
    }

    /** What lies beyond, no database keeps and no calendar shows, whatever the zone. */
    private static boolean isOfOurEra(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /** More than nothing, as {@code {"amount": "120.00", "currency": "SEK"}}. */
    public Money money() {
        Form form = form();
        return form == null ? null : new MoneyForm(form).read();
    }

    /** A form inside the form; what is wrong with it is wrong with the outer one. */
    public Form form() {
        JsonObject object = object();
        return object == null ? null : new Form(object, path + ".", violations);
    }

    /** An object as it came, to be read by somebody else. */
    public JsonObject object() {
        return as(JsonObject.class, "an object");
    }

    /** A list; empty where it is absent or wrong. */
    public <T> List<T> list(int longest, Function<Field, T> reading) {
        List<T> items = new ArrayList<>();
        if (isAbsent()) {
            return items;
        }
        if (value.getValueType() != ValueType.ARRAY) {
            wrong("wrong-type", "must be a list");
        } else if (value.asJsonArray().size() > longest) {
            wrong("too-long", "has more than " + longest + " items");
        } else {
            List<JsonValue> values = value.asJsonArray();
            for (int i = 0; i < values.size(); i++) {
                items.add(readItem(path + "[" + i + "]", values.get(i), reading));
            }
        }
        return items;
    }

    private <T> T readItem(String itemPath, JsonValue item, Function<Field, T> reading) {
        Field field = new Field(itemPath, item, violations);
        if (field.isAbsent()) {
            return field.wrong("missing", "is needed");
        }
        return reading.apply(field);
    }

    /** Notes that the field is wrong; the message goes on from the field's name. */
    public <T> T wrong(String code, String message) {
        violations.add(new Violation(path, code, path + " " + message));
        return null;
    }

    private <T> T outOf(boolean below, int least, int most) {
        return below
                ? wrong("too-small", "must be at least " + least)
                : wrong("too-large", "must be at most " + most);
    }

    private <T extends JsonValue> T as(Class<T> type, String words) {
        if (isAbsent()) {
            return null;
        }
        return type.isInstance(value) ? type.cast(value) : wrong("wrong-type", "must be " + words);
    }
}
