package app.leeway.support;

import static app.leeway.support.GestureBuilder.a;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * People of the demo's restaurant who ask for goodwill, and those who decide it: each in a random
 * order of verbs, many of which come too late or are not theirs to use.
 */
public final class RandomVerbs {

    private static final List<String> OF_REQUESTERS =
            List.of("accept", "answer", "withdraw", "remind", "release", "settle");
    private static final List<String> OF_DECIDERS =
            List.of(
                    "approve",
                    "approve",
                    "counter",
                    "decline",
                    "ask",
                    "undo",
                    "reassign",
                    "fallback");
    private static final List<String> DECIDERS = List.of("kim", "mats", "lena");
    private static final Map<String, String> BODIES =
            Map.of(
                    "counter", "{\"amount\":{\"amount\":\"550.00\",\"currency\":\"SEK\"}}",
                    "decline", "{\"reason\":\"other\",\"comment\":\"No.\"}",
                    "ask", "{\"comment\":\"Why?\"}",
                    "answer", "{\"comment\":\"Because.\"}",
                    "reassign", "{\"to\":\"mats\"}");
    private static final List<Integer> ANSWERS = List.of(200, 403, 409, 422);

    private final Books books;
    private final Function<String, ApiClient> people;

    /**
     * @param people by user name; asked for each request, so that they may change servers
     */
    public RandomVerbs(Books books, Function<String, ApiClient> people) {
        this.books = books;
        this.people = people;
    }

    /**
     * One request and up to four verbs on it.
     *
     * @return whether anybody had to be asked
     * @throws AssertionError when a verb is answered by something else than done or refused
     */
    public boolean sequence(Random random) {
        String requester = random.nextBoolean() ? "anna" : "adam";
        GestureBuilder gesture = a("goodwill").of("600.00").to("C-100" + random.nextInt(9)).asked();
        if (random.nextInt(4) == 0) {
            gesture = gesture.with("customerWaiting", 2);
        }
        ApiAnswer asked = people.apply(requester).logs(gesture);
        if (asked.status() != 201 || !"awaiting-approval".equals(asked.text("state"))) {
            return false;
        }
        String id = asked.text("id");
        for (int i = random.nextInt(4); i >= 0; i--) {
            step(random, requester, id);
        }
        return true;
    }

    private void step(Random random, String requester, String id) {
        boolean byRequester = random.nextInt(3) == 0;
        List<String> verbs = byRequester ? OF_REQUESTERS : OF_DECIDERS;
        String verb = verbs.get(random.nextInt(verbs.size()));
        String user = byRequester ? requester : DECIDERS.get(random.nextInt(3));
        ApiClient client = people.apply(user).withNewKey();
        ApiAnswer answer =
                switch (verb) {
                    case "release" -> client.post("/gestures/" + id + "/release", "{}");
                    case "settle" -> client.post("/gestures/" + id + "/settlement", "{}");
                    case "fallback" -> theTimeIsUp(client, id);
                    default ->
                            client.post(
                                    "/approvals/" + id + "/" + verb,
                                    BODIES.getOrDefault(verb, "{}"));
                };
        if (!ANSWERS.contains(answer.status())) {
            throw new AssertionError(verb + ": " + answer.status() + " " + answer.body());
        }
    }

    /** The minute is over while others are at it. */
    private ApiAnswer theTimeIsUp(ApiClient client, String id) {
        books.write("UPDATE approval_timer SET due_at = now() WHERE approval_id = '" + id + "'");
        return client.get("/approvals/" + id);
    }
}
