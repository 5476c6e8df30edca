package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionBoundTest {

    private final SessionBound bound = new SessionBound();
    private final String anna = "anna " + UUID.randomUUID();
    private final List<String> ended = new ArrayList<>();

    @Test
    void P15_one_person_has_so_many_sessions_and_no_more() throws Exception {
        for (int i = 0; i < 100; i++) {
            comes(anna, session("s" + i));
        }

        assertThat(ended).hasSize(100 - SessionBound.EACH).startsWith("s0", "s1");
    }

    @Test
    void P15_the_one_in_use_stays() throws Exception {
        HttpSession used = session("used");
        for (int i = 0; i < 100; i++) {
            comes(anna, used);
            comes(anna, session("s" + i));
        }

        assertThat(ended).doesNotContain("used");
    }

    @Test
    void P15_nobody_is_ended_by_somebody_else() throws Exception {
        for (int i = 0; i < SessionBound.EACH; i++) {
            comes(anna, session("a" + i));
            comes("kim " + anna, session("k" + i));
        }

        assertThat(ended).isEmpty();
    }

    @Test
    void what_has_ended_is_counted_no_more() throws Exception {
        for (int i = 0; i < 100; i++) {
            HttpSession session = session("s" + i);
            comes(anna, session);
            session.invalidate();
        }
        ended.clear();
        comes(anna, session("last"));

        assertThat(ended).isEmpty();
    }

    private void comes(String person, HttpSession session) throws Exception {
        Principal principal = () -> person;
        Map<String, Object> told = Map.of("getSession", session, "getUserPrincipal", principal);
        bound.doFilter(
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, method, arguments) -> told.get(method.getName())),
                null,
                (asked, answer) -> {});
    }

    private HttpSession session(String id) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpSession)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpSession.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getId" -> id;
                                    case "getAttribute" -> attributes.get(arguments[0]);
                                    case "setAttribute" ->
                                            attributes.put((String) arguments[0], arguments[1]);
                                    case "invalidate" -> {
                                        ended.add(id);
                                        bound.sessionDestroyed(
                                                new HttpSessionEvent((HttpSession) proxy));
                                        yield null;
                                    }
                                    default -> null;
                                });
    }
}
