package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the realm is asked what has happened in it, and what holds while it does not answer. */
class EndedSignInsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final SignIn KIM = new SignIn("kim", "s1", NOON.minusSeconds(600));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final EndedSignIns ended = new EndedSignIns();
    private volatile List<String> happened = List.of();
    private volatile boolean away;
    private HttpServer realm;

    @BeforeEach
    void aRealm() throws IOException {
        realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        realm.createContext("/", this::answer);
        realm.start();
        KeycloakAdmin asking = new KeycloakAdmin();
        asking.issuer = "http://localhost:" + realm.getAddress().getPort() + "/realms/leeway";
        asking.client = "leeway";
        asking.secret = "secret";
        asking.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        ended.asking = asking;
        ended.clock = asking.clock;
    }

    @AfterEach
    void goes() {
        realm.stop(0);
    }

    @Test
    void p10_the_last_answer_holds_and_the_next_one_goes_back_to_where_it_ended() throws Exception {
        happened = List.of(kimLosesARole());
        ended.read();
        assertThat(ended.isOver(KIM)).isTrue();

        away = true;
        assertThatThrownBy(ended::read).isInstanceOf(IOException.class).hasMessageContaining("503");
        assertThat(ended.isOver(KIM)).isTrue();

        away = false;
        happened = List.of();
        asked.clear();
        ended.read();
        assertThat(ended.isOver(KIM)).isTrue();
        assertThat(asked)
                .filteredOn(address -> address.contains("events"))
                .hasSize(2)
                .allMatch(a -> a.contains("dateFrom=" + NOON.minusSeconds(60).toEpochMilli()));
    }

    @Test
    void p10_after_a_start_it_goes_back_as_far_as_a_sign_in_can_last() throws Exception {
        ended.read();
        assertThat(asked)
                .filteredOn(address -> address.contains("events"))
                .allMatch(a -> a.contains("dateFrom=" + NOON.minus(Endings.KEPT).toEpochMilli()));
        assertThat(ended.isOver(KIM)).isFalse();
    }

    @Test
    void however_many_have_happened_all_are_read_and_one_token_is_enough() throws Exception {
        happened = Collections.nCopies(501, kimLosesARole());
        ended.read();
        ended.read();
        assertThat(asked)
                .filteredOn(a -> a.contains("admin-events") && a.contains("first=500"))
                .hasSize(2);
        assertThat(asked).filteredOn(a -> a.endsWith("/token")).hasSize(1);
    }

    private static String kimLosesARole() {
        return "{\"time\":%d,\"operationType\":\"DELETE\",\"resourcePath\":\"users/kim/role-mappings/realm\"}"
                .formatted(NOON.toEpochMilli());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(address);
        String json = "[]";
        if (address.endsWith("/token")) {
            json = "{\"access_token\":\"t\",\"expires_in\":300}";
        } else if (address.contains("/admin-events")) {
            int first = Integer.parseInt(address.replaceAll(".*first=(\\d+).*", "$1"));
            int last = Math.min(happened.size(), first + 500);
            json = happened.subList(Math.min(first, last), last).toString();
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
