package app.leeway.http;

import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.notFound;
import static app.leeway.http.Trials.nothing;
import static app.leeway.http.Trials.outside;
import static app.leeway.http.Trials.post;
import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Implementations;
import app.leeway.support.Nordlyst;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole API as somebody of another region: Maria of the coast looks at the north. */
class RegionsIT {

    private static final GestureBuilder GOODWILL =
            a("goodwill").of("50.00").to("C-1001").at("krogen");

    private static final GestureBuilder WAITING =
            a("goodwill").of("700.00").to("C-1002").at("krogen");

    private static final List<RegionProbe> PROBES = Implementations.inTestsOf(RegionProbe.class);

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Trials trials = new Trials();
    private String settled;
    private String held;
    private String waiting;

    @BeforeEach
    void anna_in_the_north_has_given_something() {
        nordlyst.books().clear();
        settled = nordlyst.as("anna").logs(GOODWILL.done()).text("id");
        held = nordlyst.as("anna").logs(GOODWILL.plannedFor(Days.tomorrowAtNoon())).text("id");
        waiting = nordlyst.as("anna").logs(WAITING.asked()).text("id");
        North north = new North(nordlyst.books(), settled, held, waiting);
        PROBES.forEach(probe -> probe.probe(north, trials));
    }

    @Test
    void P9_every_operation_is_either_open_to_all_or_tried_here() {
        assertThat(trials.operations())
                .containsExactlyInAnyOrderElementsOf(nordlyst.document().operations());
    }

    @Test
    void P9_a_manager_of_another_region_sees_and_moves_nothing() {
        nordlyst.as("maria").get("/me");
        nordlyst.as("maria").get("/budgets");
        Map<String, String> before = nordlyst.books().digests();

        trials.by(nordlyst.as("maria"));

        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void P9_somebody_of_the_staff_sees_nothing_of_a_colleague_beside_them() {
        ApiClient adam = nordlyst.as("adam");

        notFound(adam.get("/gestures/" + settled));
        nothing(adam.get("/gestures"));
        ends(adam, held, "release");
        outside(adam.get("/budgets/anna-day"));
        notAllowed(adam.get("/people"));
    }

    @Test
    void P9_their_own_manager_sees_them_and_so_does_the_auditor() {
        for (String user : List.of("kim", "mats", "lena", "axel")) {
            assertThat(nordlyst.as(user).get("/gestures").texts("items", "id"))
                    .as(user)
                    .containsExactlyInAnyOrder(settled, held, waiting);
        }
        nothing(nordlyst.as("stina").get("/gestures"));
    }

    @Test
    void the_auditor_changes_nothing() {
        ApiClient axel = nordlyst.as("axel");

        notAllowed(axel.logs(GOODWILL.done()));
        notAllowed(post(axel, "/company", "application/yaml"));
        ends(axel, held, "release");
    }

    private static void ends(ApiClient client, String gesture, String ending) {
        ApiAnswer answer = client.withNewKey().post("/gestures/" + gesture + "/" + ending, "{}");
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
    }
}
