package app.leeway.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form in {@code application/x-www-form-urlencoded}. */
final class FormFields {

    /** More than any page has. */
    static final int COUNT_MAX = 2_000;

    private FormFields() {}

    /**
     * What stood in the address comes first, as a servlet expects it.
     *
     * @throws RefusedBodyException when there are too many, or one cannot be decoded
     */
    static Map<String, String[]> of(Map<String, String[]> inAddress, byte[] body, Charset charset) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        inAddress.forEach((name, values) -> fields.put(name, new ArrayList<>(List.of(values))));
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf('&', from);
            String field = text.substring(from, to < 0 ? text.length() : to);
            from += field.length() + 1;
            if (++count > COUNT_MAX) {
                throw new RefusedBodyException(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            if (!field.isEmpty()) {
                add(fields, field, charset);
            }
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<String, List<String>> fields, String field, Charset charset) {
        int sign = field.indexOf('=');
        String name = sign < 0 ? field : field.substring(0, sign);
        String value = sign < 0 ? "" : field.substring(sign + 1);
        try {
            fields.computeIfAbsent(URLDecoder.decode(name, charset), any -> new ArrayList<>())
                    .add(URLDecoder.decode(value, charset));
        } catch (IllegalArgumentException e) {
            throw new RefusedBodyException(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
