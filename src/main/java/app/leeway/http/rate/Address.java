package app.leeway.http.rate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as it is counted. */
final class Address {

    private static final int NETWORK_BYTES = 8;

    private Address() {}

    /**
     * The address; of one of version 6 the network, since whoever has one address there has them
     * all.
     *
     * @param literal as the server says it
     */
    static String counted(String literal) {
        if (literal.indexOf(':') < 0) {
            return literal;
        }
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress(); // a literal asks nobody
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException e) {
            return literal; // no address: counted as it is said
        }
    }
}
