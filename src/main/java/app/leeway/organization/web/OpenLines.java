package app.leeway.organization.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Closed;
import jakarta.faces.event.WebsocketEvent.Opened;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many pages of each person are open and hear from this server that something has changed. */
@ApplicationScoped
public class OpenLines {

    /** More pages than anybody has open at a time. */
    static final int MOST_OF_ONE = 20;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    boolean mayOpen(String user) {
        return open.getOrDefault(user, 0) < MOST_OF_ONE;
    }

    void opened(@Observes @Opened WebsocketEvent line) {
        open.merge(String.valueOf((Object) line.getUser()), 1, Integer::sum);
    }

    void closed(@Observes @Closed WebsocketEvent line) {
        open.computeIfPresent(
                String.valueOf((Object) line.getUser()),
                (user, lines) -> lines == 1 ? null : lines - 1);
    }
}
