package app.leeway.outgoing;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are open to the whole internet, by the registries of special-purpose addresses
 * (IANA, after RFC 6890).
 */
final class SpecialPurposeRanges {

    private static final List<Range> NOT_OF_THE_INTERNET =
            List.of(
                    new Range("0.0.0.0", 8),
                    new Range("10.0.0.0", 8),
                    new Range("100.64.0.0", 10),
                    new Range("127.0.0.0", 8),
                    new Range("169.254.0.0", 16),
                    new Range("172.16.0.0", 12),
                    new Range("192.0.0.0", 24),
                    new Range("192.0.2.0", 24),
                    new Range("192.88.99.0", 24),
                    new Range("192.168.0.0", 16),
                    new Range("198.18.0.0", 15),
                    new Range("198.51.100.0", 24),
                    new Range("203.0.113.0", 24),
                    new Range("224.0.0.0", 4),
                    new Range("240.0.0.0", 4),
                    new Range("2001::", 23), // protocols, Teredo among them
                    new Range("2001:db8::", 32),
                    new Range("2002::", 16), // carries an IPv4 address
                    new Range("3fff::", 20));

    /** Of IPv6, only this has been given out to the internet. */
    private static final Range GIVEN_OUT = new Range("2000::", 3);

    private SpecialPurposeRanges() {}

    static boolean isPublic(InetAddress address) {
        boolean known = address instanceof Inet4Address || GIVEN_OUT.holds(address);
        return known && NOT_OF_THE_INTERNET.stream().noneMatch(range -> range.holds(address));
    }

    private static final class Range {
        private final BigInteger prefix;
        private final int length;
        private final int rest;

        Range(String first, int length) {
            byte[] bytes = bytes(first);
            this.length = bytes.length;
            this.rest = bytes.length * 8 - length;
            this.prefix = new BigInteger(1, bytes).shiftRight(rest);
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length == length
                    && new BigInteger(1, bytes).shiftRight(rest).equals(prefix);
        }

        /** Of an address in figures, for which nobody is asked. */
        private static byte[] bytes(String figures) {
            try {
                return InetAddress.getByName(figures).getAddress();
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException(figures + " is no address", e);
            }
        }
    }
}
