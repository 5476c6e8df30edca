package app.leeway.support;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * Answers requests of a browser in the server's place, as a captive network or a broken proxy does.
 *
 * <p>Design notice: a page that a service worker controls sends past Playwright's routes now and
 * then. So the page's own {@code fetch} asks here first, and the service worker does not send in
 * the background.
 */
public final class StandIn {

    /**
     * @param status 0: nothing comes back, as when a line breaks off
     */
    public record Answer(int status, Map<String, String> headers, String body) {

        public static final Answer NONE = new Answer(0, Map.of(), "");

        public static Answer of(int status, String type, String body) {
            return new Answer(status, Map.of("Content-Type", type), body);
        }
    }

    /** A request that was answered here. */
    public record Asked(long nanos, String body) {}

    private static final String IN_THE_PAGE =
            """
            delete ServiceWorkerRegistration.prototype.sync;
            const real = window.fetch;
            window.fetch = async (input, init = {}) => {
              const path = new URL(input.url ?? input, location.href).pathname;
              const answer = init.method === 'POST' ? await window.standIn(path, init.body) : null;
              if (!answer) return real(input, init);
              if (!answer.status) throw new TypeError('nothing came back');
              return new Response(answer.body, answer);
            };
            """;

    private final Map<String, IntFunction<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private StandIn() {}

    /** For pages that are opened from now on. */
    public static StandIn in(BrowserContext context) {
        StandIn standIn = new StandIn();
        context.exposeFunction(
                "standIn", values -> standIn.answer((String) values[0], (String) values[1]));
        context.addInitScript(IN_THE_PAGE);
        return standIn;
    }

    /** All that is posted to a path gets this answer. */
    public void answers(String path, Answer answer) {
        answers(path, n -> answer);
    }

    /**
     * @param answer to the request of a number, from 1; null: the server's own
     */
    public void answers(String path, IntFunction<Answer> answer) {
        answers.put(path, answer);
    }

    /** Everything goes to the server again. */
    public void leaves() {
        answers.clear();
    }

    /** What was posted to those paths, in order, whoever answered. */
    public List<Asked> asked() {
        return asked;
    }

    private Map<String, Object> answer(String path, String body) {
        IntFunction<Answer> answers = this.answers.get(path);
        if (answers == null) {
            return null;
        }
        asked.add(new Asked(System.nanoTime(), body));
        Answer answer = answers.apply(asked.size());
        return answer == null
                ? null
                : Map.of(
                        "status", answer.status(),
                        "headers", answer.headers(),
                        "body", answer.body());
    }
}
