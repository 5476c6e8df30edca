package app.leeway.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position in a list, in a form that nobody is tempted to build themselves. */
final class Cursor {

    private Cursor() {}

    static String of(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalArgumentException when it is none of ours
     */
    static String position(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
