package app.leeway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatekeeperTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** What a servlet container would answer with, method by method. */
    private final Map<String, Object> request = new HashMap<>(Map.of("getMethod", "POST"));

    private final Map<String, List<String>> headers = new HashMap<>();

    private final InputStream endless =
            new InputStream() {
                @Override
                public int read() {
                    read++;
                    return 'a';
                }
            };

    private long read;
    private int status = 200;
    private String seen = "";

    private int pass(String application, String path) throws Exception {
        return pass(application, path, "", asked -> seen = "" + asked.getParameter("to"));
    }

    private interface Application {
        void answer(HttpServletRequest asked) throws IOException;
    }

    private int pass(String application, String path, String token, Application next)
            throws Exception {
        request.put("getServletPath", path);
        FilterChain chain = (asked, answer) -> next.answer((HttpServletRequest) asked);
        new Gatekeeper(application, token).doFilter(asked(), answer(), chain);
        return status;
    }

    private void brings(long declared, InputStream body) {
        request.put("getContentType", FORM);
        request.put("getContentLengthLong", declared);
        request.put("getInputStream", stream(body));
    }

    @Test
    void P15_a_body_that_says_it_is_too_large_is_not_read() throws Exception {
        brings(Doors.ANYBODY_MAX + 1, endless);

        assertThat(pass("", "/sign-out")).isEqualTo(413);
        assertThat(read).isZero();
    }

    @Test
    void P15_a_body_that_does_not_say_so_is_refused_at_the_first_byte_too_many() throws Exception {
        brings(-1, endless);

        assertThat(pass("", "/sign-out")).isEqualTo(413);
        assertThat(read).isBetween((long) Doors.ANYBODY_MAX, Doors.ANYBODY_MAX + 8192L);
    }

    @Test
    void P15_whatever_the_application_makes_of_a_refused_body_the_refusal_is_the_answer()
            throws Exception {
        brings(-1, endless);

        int answered =
                pass(
                        "/oidcclient",
                        "/backchannel_logout/keycloak",
                        "",
                        asked -> {
                            try {
                                asked.getParameter("logout_token");
                            } catch (RuntimeException e) {
                                status = 400;
                            }
                        });

        assertThat(answered).isEqualTo(413);
    }

    @Test
    void P15_a_body_that_stops_coming_is_not_waited_for() throws Exception {
        brings(
                10,
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new SocketTimeoutException();
                    }
                });

        assertThat(pass("", "/sign-out")).isEqualTo(408);
    }

    @Test
    void P15_a_body_that_nobody_asks_for_is_not_read() throws Exception {
        brings(-1, endless);

        assertThat(pass("", "/x.xhtml", "", asked -> seen = asked.getMethod())).isEqualTo(200);
        assertThat(read).isZero();
    }

    @Test
    void a_form_arrives_as_it_was_sent() throws Exception {
        brings(6, new java.io.ByteArrayInputStream("to=tap".getBytes()));

        assertThat(pass("", "/sign-out")).isEqualTo(200);
        assertThat(seen).isEqualTo("tap");
    }

    @Test
    void P15_whoever_is_signed_in_may_send_more_but_not_without_end() throws Exception {
        Principal anna = () -> "anna";
        request.put("getUserPrincipal", anna);
        brings(-1, endless);

        assertThat(pass("", "/index.xhtml")).isEqualTo(413);
        assertThat(read).isBetween((long) Doors.SIGNED_IN_MAX, Doors.SIGNED_IN_MAX + 8192L);
    }

    @Test
    void the_server_s_own_addresses_take_nothing_but_the_provider_s_sign_out() throws Exception {
        assertThat(pass("/oidcclient", "/redirect/keycloak")).isEqualTo(405);
        assertThat(pass("/metrics", "/")).isEqualTo(405);
        assertThat(pass("/health", "/")).isEqualTo(405);
        assertThat(pass("/oauth2", "/endpoint")).isEqualTo(404);
        assertThat(pass("/jwt", "/x")).isEqualTo(404);
        assertThat(pass("/ibm/api", "/x")).isEqualTo(404);
    }

    static Stream<Map<String, List<String>>> ambiguous() {
        return Stream.of(
                Map.of("Content-Length", List.of("6", "7")),
                Map.of("Content-Length", List.of("6, 7")),
                Map.of("Content-Length", List.of("+6")),
                Map.of("Content-Length", List.of("6"), "Transfer-Encoding", List.of("chunked")),
                Map.of("Transfer-Encoding", List.of("chunked", "identity")),
                Map.of("Transfer-Encoding", List.of("xchunked")),
                Map.of("Host", List.of("here", "there")),
                Map.of("X-A", List.of("b\rX-B: c")),
                Map.of("X-A", List.of("b\0c")));
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void what_two_could_read_in_two_ways_is_refused(Map<String, List<String>> given)
            throws Exception {
        headers.putAll(given);

        assertThat(pass("", "/sign-out")).isEqualTo(400);
    }

    @Test
    void a_length_that_the_server_shows_twice_is_one() throws Exception {
        headers.put("Content-Length", List.of("6", "6"));
        brings(6, new java.io.ByteArrayInputStream("to=tap".getBytes()));

        assertThat(pass("", "/sign-out")).isEqualTo(200);
        assertThat(seen).isEqualTo("tap");
    }

    @Test
    void a_body_that_cannot_be_read_is_the_caller_s_mistake() throws Exception {
        brings(
                -1,
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("not a chunk");
                    }
                });

        assertThat(pass("", "/sign-out")).isEqualTo(400);
    }

    @Test
    void figures_are_for_the_token_where_there_is_one() throws Exception {
        request.put("getMethod", "GET");
        assertThat(pass("/metrics", "", "secret", asked -> {})).isEqualTo(401);

        status = 200;
        request.put("getHeader", "Bearer guess");
        assertThat(pass("/metrics", "", "secret", asked -> {})).isEqualTo(401);

        status = 200;
        request.put("getHeader", "Bearer secret");
        assertThat(pass("/metrics", "", "secret", asked -> {})).isEqualTo(200);
    }

    private HttpServletRequest asked() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getHeaderNames" ->
                                            Collections.enumeration(headers.keySet());
                                    case "getHeaders" -> values((String) arguments[0]);
                                    default -> request.get(method.getName());
                                });
    }

    private Enumeration<String> values(String name) {
        return Collections.enumeration(headers.getOrDefault(name, List.of()));
    }

    private HttpServletResponse answer() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("sendError")) {
                                status = (int) arguments[0];
                            }
                            return method.getReturnType() == boolean.class ? false : null;
                        });
    }

    private static ServletInputStream stream(InputStream in) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return in.read(to, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
