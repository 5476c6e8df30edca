package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged with a resolver of its own: nobody is asked, and no packet leaves the machine. */
class PublicAddressTest {

    private static final Map<String, String> NAMES =
            Map.of(
                    "good.example", "93.184.215.14",
                    "six.example", "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
                    "inside.example", "10.1.2.3",
                    "both.example", "93.184.215.14 192.168.1.1",
                    "localhost", "127.0.0.1");

    private final PublicAddress judge = new PublicAddress(PublicAddressTest::resolve, false);

    static InetAddress[] resolve(String host) throws UnknownHostException {
        boolean figures = host.matches("[0-9.]+") || host.contains(":");
        String known = figures ? host : NAMES.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        String[] all = known.split(" ");
        InetAddress[] found = new InetAddress[all.length];
        for (int i = 0; i < all.length; i++) {
            found[i] = InetAddress.getByName(all[i]);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example/hook",
                "https://good.example:8443/hook?x=1",
                "https://six.example/",
                "https://93.184.215.14",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void an_address_of_the_internet_is_taken(String url) throws Exception {
        assertThat(judge.of(url).at()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.0.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "[2001::1]",
                "[2001:db8::1]",
                "inside.example",
                "both.example",
                "localhost"
            })
    void what_lies_inside_is_refused_by_figure_and_by_name(String host) {
        refused("https://" + host + "/hook", "private-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "0X7F.1",
                "017700000001",
                "127.1",
                "127.0.1",
                "93.184.3854",
                "10.0x1",
                "0093.184.215.14",
                "93.184.215.014",
                "8.8.8.08",
                "93.184.215.14.",
                "127.0.0.1.",
                "1.2.3.4.5",
                "good.0x7f"
            })
    void figures_that_are_read_in_several_ways_are_refused(String host) {
        PublicAddress believing = new PublicAddress(any -> new InetAddress[] {anyPublic()}, false);

        assertThatThrownBy(() -> believing.of("https://" + host + "/hook"))
                .isInstanceOf(NotPublicException.class);
    }

    private static InetAddress anyPublic() throws UnknownHostException {
        return InetAddress.getByName("93.184.215.14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1", "11.0.0.1"})
    void the_neighbours_of_private_networks_are_public(String host) throws Exception {
        assertThat(judge.of("https://" + host).port()).isEqualTo(443);
    }

    @ParameterizedTest
    @CsvSource({
        "http://good.example/, not-https",
        "ftp://good.example/, not-an-address",
        "https:///hook, not-an-address",
        "https://kim:secret@good.example/, not-an-address",
        "https://good.example/#part, not-an-address",
        "https://good example/, not-an-address",
        "https://good.example:99999/, not-an-address",
        "nonsense, not-an-address",
        "https://nobody.example/, unknown-host"
    })
    void what_is_no_address_for_us_is_told_so(String url, String code) {
        refused(url, code);
    }

    @Test
    void this_machine_is_taken_only_where_a_test_says_so() throws Exception {
        PublicAddress testing = new PublicAddress(PublicAddressTest::resolve, true);

        assertThat(testing.of("http://localhost:1234/").port()).isEqualTo(1234);
        assertThatThrownBy(() -> testing.of("https://inside.example/"))
                .isInstanceOf(NotPublicException.class);
        assertThatThrownBy(() -> testing.of("http://good.example/"))
                .isInstanceOf(NotPublicException.class);
    }

    private void refused(String url, String code) {
        assertThatThrownBy(() -> judge.of(url))
                .isInstanceOfSatisfying(
                        NotPublicException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
