package app.leeway.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer as {@code curl -i} prints it, whole or as a page shows it: there, members and items may
 * be left out, and {@code …} stands for anything.
 *
 * @param head the status line and the headers
 * @param body JSON, or lines of text; empty where there is none
 */
record DocumentedAnswer(List<String> head, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATUS = Pattern.compile("HTTP/\\S+ (\\d{3}).*");

    static DocumentedAnswer of(String printed) {
        String[] parts = printed.replace("\r\n", "\n").split("\n\n", 2);
        if (parts.length == 2 && status(parts[0]).equals("100")) {
            return of(parts[1]);
        }
        return new DocumentedAnswer(
                parts[0].strip().lines().toList(), parts.length < 2 ? "" : parts[1].strip());
    }

    private static String status(String head) {
        return STATUS.matcher(head.lines().findFirst().orElse("")).replaceFirst("$1");
    }

    /** All that is shown here and not so there; empty when this page tells the truth. */
    List<String> differences(DocumentedAnswer actual) {
        List<String> differences = new ArrayList<>();
        String status = status(head.get(0));
        String answered = actual.head.isEmpty() ? "nothing" : status(actual.head.get(0));
        if (!status.equals(answered)) {
            differences.add("status " + status + " was " + answered);
        }
        for (String header : head.subList(1, head.size())) {
            if (actual.head.stream().noneMatch(line -> matches(header, line))) {
                differences.add("header " + header);
            }
        }
        if (body.startsWith("{")) {
            compare("", read(body), read(actual.body), differences);
        } else {
            compareLines(actual.body, differences);
        }
        return differences;
    }

    private void compareLines(String actual, List<String> differences) {
        for (String line : body.lines().filter(shown -> !shown.isBlank()).toList()) {
            if (actual.lines().noneMatch(said -> matches(line, said))) {
                differences.add("line " + line);
            }
        }
    }

    private static void compare(
            String at, JsonNode shown, JsonNode said, List<String> differences) {
        if (shown.isObject() && said.isObject()) {
            for (Map.Entry<String, JsonNode> member : shown.properties()) {
                JsonNode value = said.path(member.getKey());
                compare(at + "/" + member.getKey(), member.getValue(), value, differences);
            }
        } else if (shown.isArray() && said.isArray()) {
            compareItems(at, shown, said, differences);
        } else if (!isSame(shown, said)) {
            differences.add(at + " " + shown + " was " + said);
        }
    }

    /** Every item that is shown is there, in this order; others may lie between. */
    private static void compareItems(
            String at, JsonNode shown, JsonNode said, List<String> differences) {
        Iterator<JsonNode> items = said.iterator();
        for (JsonNode item : shown) {
            boolean found = false;
            while (!found && items.hasNext()) {
                List<String> wrong = new ArrayList<>();
                compare(at, item, items.next(), wrong);
                found = wrong.isEmpty();
            }
            if (!found) {
                differences.add(at + " has no " + item + " in its place: " + said);
                return;
            }
        }
        if (shown.isEmpty() && !said.isEmpty()) {
            differences.add(at + " is not empty: " + said);
        }
    }

    private static boolean isSame(JsonNode shown, JsonNode said) {
        boolean saidSomething = !said.isMissingNode() && !said.isNull();
        return shown.isTextual() && saidSomething && said.isValueNode()
                ? matches(shown.asText(), said.asText())
                : shown.equals(said);
    }

    /** The space that holds an amount and its currency together is a space to whoever reads it. */
    private static boolean matches(String shown, String said) {
        String pattern =
                Stream.of(shown.split("…", -1))
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                        .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(said.replace('\u00a0', ' '))
                .matches();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is not JSON: " + body, e);
        }
    }
}
