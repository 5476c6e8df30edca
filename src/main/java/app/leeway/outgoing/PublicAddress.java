package app.leeway.outgoing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Judges addresses that somebody typed: https, and every address behind the name open to the whole
 * internet. What the server itself can reach behind the firewall, others must not reach through it.
 *
 * <p>Usage: {@link #of} when the address is given, so that whoever gives it is told; and again at
 * each connection, because a name may lead elsewhere by then. Connect to the address that was
 * judged, never to the name ({@link SafeHttpClient} does).
 */
@ApplicationScoped
public class PublicAddress {

    /** Finds the addresses behind a name. */
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * An address that was judged.
     *
     * @param at where to connect
     */
    public record Target(URI url, InetAddress at, int port) {}

    private static final Pattern IN_FIGURES =
            Pattern.compile("(?i)(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)\\.?$");
    private static final Pattern FOUR_FIGURES =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private Resolver resolver = InetAddress::getAllByName;
    private boolean loopbackToo;

    /** As the server has it. */
    public PublicAddress() {}

    /**
     * @param resolver asked instead of the system's
     * @param loopbackToo whether this machine itself may be reached, over http too: for tests
     */
    public PublicAddress(Resolver resolver, boolean loopbackToo) {
        this.resolver = resolver;
        this.loopbackToo = loopbackToo;
    }

    @PostConstruct
    void open() {
        loopbackToo =
                ConfigProvider.getConfig()
                        .getOptionalValue("leeway.outgoing.loopback", Boolean.class)
                        .orElse(false);
    }

    /**
     * @throws NotPublicException with a stable code when nothing may be sent there
     */
    public Target of(String address) throws NotPublicException {
        URI url = url(address);
        refuseOtherFigures(url.getHost());
        InetAddress[] found = resolve(url.getHost());
        boolean here = loopbackToo;
        for (InetAddress one : found) {
            here &= one.isLoopbackAddress();
        }
        if (!here && !"https".equals(url.getScheme())) {
            throw new NotPublicException("not-https", "the address must begin with https://");
        }
        for (InetAddress one : found) {
            if (!here && !SpecialPurposeRanges.isPublic(one)) {
                throw new NotPublicException(
                        "private-address", "the address leads into a private network");
            }
        }
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return new Target(url, found[0], url.getPort() < 0 ? usual : url.getPort());
    }

    /**
     * What ends in a number is an address in figures, which resolvers read in several ways: octal,
     * hexadecimal, with two or three parts. Only four decimal ones mean the same to all of them.
     */
    private static void refuseOtherFigures(String host) throws NotPublicException {
        if (IN_FIGURES.matcher(host).find() && !FOUR_FIGURES.matcher(host).matches()) {
            throw new NotPublicException(
                    "private-address", "an address in figures needs its four decimal numbers");
        }
    }

    private static URI url(String address) throws NotPublicException {
        try {
            URI url = URI.create(address.trim());
            boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            boolean isPlain = url.getRawUserInfo() == null && url.getRawFragment() == null;
            if (isWeb && isPlain && url.getHost() != null && url.getPort() <= 65_535) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new NotPublicException("not-an-address", "that is no address of the web");
        }
        throw new NotPublicException(
                "not-an-address", "an address such as https://example.org/leeway is needed");
    }

    private InetAddress[] resolve(String host) throws NotPublicException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            InetAddress[] found = resolver.resolve(name);
            if (found.length > 0) {
                return found;
            }
        } catch (UnknownHostException unknown) {
            throw new NotPublicException("unknown-host", "nobody knows the name " + name);
        }
        throw new NotPublicException("unknown-host", "the name " + name + " leads nowhere");
    }
}
