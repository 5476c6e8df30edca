package app.leeway.outgoing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * What somebody outside answered.
 *
 * @param headers by their names in lower case
 * @param body as far as it was wanted
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /**
     * @param bytesMost of the body; what is longer is an error, and 0 reads none of it
     */
    static Reply of(ClassicHttpResponse answer, int bytesMost) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header one : answer.getHeaders()) {
            headers.put(one.getName().toLowerCase(Locale.ROOT), one.getValue());
        }
        boolean isEmpty = bytesMost == 0 || answer.getEntity() == null;
        byte[] body =
                isEmpty ? new byte[0] : answer.getEntity().getContent().readNBytes(bytesMost + 1);
        if (body.length > bytesMost) {
            throw new IOException("the answer has more than " + bytesMost + " bytes");
        }
        return new Reply(answer.getCode(), Map.copyOf(headers), body);
    }

    /** 2xx. */
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
