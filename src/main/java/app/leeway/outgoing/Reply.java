package app.leeway.outgoing;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody outside answered.
 *
 * @param headers by their names in lower case
 * @param body as far as it was wanted
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** 2xx. */
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
