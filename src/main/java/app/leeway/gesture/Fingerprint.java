package app.leeway.gesture;

import app.leeway.shared.JsonParts;
import app.leeway.shared.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tells the replay of a request from another request with the same key, for ever.
 *
 * <p>Version 2 is the SHA-256 of the request's fields as a JSON object: sorted by name, each value
 * a string, without the fields that are absent. A field that is added later changes nothing for
 * requests without it. Version 1, of gestures logged before, is {@link FirstFingerprint}.
 *
 * @param version of the way in which the digest was computed; kept beside it
 * @param digest SHA-256
 */
record Fingerprint(int version, byte[] digest) {

    static final int CURRENT = 2;

    static Fingerprint of(GestureRequest request) {
        return new Fingerprint(CURRENT, sha256(canonical(request)));
    }

    /** Whether this is the fingerprint of that request. */
    boolean matches(GestureRequest request) {
        return MessageDigest.isEqual(
                digest,
                switch (version) {
                    case 1 -> sha256(FirstFingerprint.canonical(request));
                    case CURRENT -> sha256(canonical(request));
                    default ->
                            throw new IllegalStateException(
                                    "fingerprint version " + version + " is not known");
                });
    }

    static String canonical(GestureRequest request) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "kind", request.kind());
        put(fields, "cost", plain(request.cost()));
        put(fields, "minutes", request.minutes());
        put(fields, "distanceMetres", request.distanceMetres());
        put(fields, "customer", request.customer());
        put(fields, "visit", request.visit());
        put(fields, "site", request.site());
        put(fields, "touchpoint", request.touchpoint());
        put(fields, "occasion", request.occasion());
        put(fields, "bends", request.bends().isEmpty() ? null : String.join(",", request.bends()));
        put(fields, "damage", plain(request.damage()));
        put(fields, "moment", request.moment());
        put(fields, "occurredAt", request.occurredAt());
        put(fields, "plannedFor", request.plannedFor());
        put(fields, "done", request.done());
        put(fields, "customerWaiting", request.customerWaiting());
        put(fields, "incident", request.incident());
        put(fields, "lateReason", request.lateReason());
        return fields.entrySet().stream()
                .map(field -> JsonParts.quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, JsonParts.quoted(value.toString()));
        }
    }

    private static String plain(Money money) {
        return money == null ? null : money.minor() + " " + money.currency().getCurrencyCode();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
