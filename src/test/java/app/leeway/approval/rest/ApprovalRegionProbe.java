package app.leeway.approval.rest;

import static app.leeway.http.Trials.bare;
import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.notFound;
import static app.leeway.http.Trials.nothing;
import static app.leeway.http.Trials.outside;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;
import app.leeway.support.ApiClient;
import java.util.List;

/** To whoever does not see an exception, an absence or a look, it is as if it were not there. */
class ApprovalRegionProbe implements RegionProbe {

    private static final List<String> VERBS =
            List.of(
                    "approve",
                    "counter",
                    "decline",
                    "ask",
                    "reassign",
                    "accept",
                    "answer",
                    "remind",
                    "withdraw",
                    "undo");

    private static final String ABSENCE_OF_KIM = "0190a3f2-0000-7000-8000-0000000000ab";

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /relations", "PUT /relations/{customer}", "DELETE /relations/{customer}");
        trials.closed("GET /approvals", ApprovalRegionProbe::lists);
        trials.closed("GET /approvals/{id}", c -> notFound(c.get("/approvals/" + north.waiting())));
        for (String verb : VERBS) {
            trials.closed("POST /approvals/{id}/" + verb, c -> decides(c, north.waiting(), verb));
        }
        trials.closed("POST /approvals/bulk-approve", c -> approvesMany(c, north.waiting()));
        trials.closed("GET /rule-questions", c -> notAllowed(c.get("/rule-questions")));
        looks(north, trials);
        absences(north, trials);
    }

    private static void lists(ApiClient client) {
        for (String view : List.of("", "?view=all", "?view=asked", "?site=krogen")) {
            nothing(client.get("/approvals" + view));
        }
    }

    private static void decides(ApiClient client, String waiting, String verb) {
        String body =
                switch (verb) {
                    case "ask", "answer" -> "{\"comment\":\"Why?\"}";
                    case "reassign" -> "{\"to\":\"kim\"}";
                    default -> "{}";
                };
        notFound(client.withNewKey().post("/approvals/" + waiting + "/" + verb, body));
    }

    private static void approvesMany(ApiClient client, String waiting) {
        String many =
                "{\"ids\":[\"%s\"],\"sum\":{\"amount\":\"700.00\",\"currency\":\"SEK\"}}"
                        .formatted(waiting);
        notFound(client.withNewKey().post("/approvals/bulk-approve", many));
    }

    private static void looks(North north, Trials trials) {
        north.books()
                .write(
                        "INSERT INTO look (gesture_id, why, drawn_at, state)"
                                + " VALUES ('%s', 'to-be-reviewed', now(), 'waiting')"
                                        .formatted(north.settled()));
        trials.closed("GET /spot-checks", c -> nothing(c.get("/spot-checks")));
        for (String verb : List.of("seen", "endorse", "talk", "question")) {
            trials.closed("POST /spot-checks/{id}/" + verb, c -> looks(c, north.settled(), verb));
        }
    }

    private static void looks(ApiClient client, String gesture, String verb) {
        String body =
                switch (verb) {
                    case "talk" -> "{\"text\":\"x\"}";
                    case "question" -> "{\"clause\":\"no-cash\",\"question\":\"x\"}";
                    default -> "{}";
                };
        notFound(client.withNewKey().post("/spot-checks/" + gesture + "/" + verb, body));
    }

    private static void absences(North north, Trials trials) {
        north.books()
                .write(
                        "INSERT INTO absence (id, person_id, from_at, until_at, source, made_by,"
                                + " made_at) SELECT '"
                                + ABSENCE_OF_KIM
                                + "', id, now(), now() + interval '1 day', 'hand', id, now()"
                                + " FROM person WHERE user_name = 'kim'");
        String absence = "/absences/" + ABSENCE_OF_KIM;
        trials.open(
                "GET /absences/calendar",
                "PUT /absences/calendar",
                "POST /absences/calendar",
                "DELETE /absences/calendar");
        trials.closed("GET /absences", c -> nothing(c.get("/absences")));
        trials.closed("POST /absences", ApprovalRegionProbe::makesAbsence);
        trials.closed("DELETE /absences/{id}", c -> notFound(bare(c, "DELETE", absence)));
        trials.closed(
                "POST /absences/{id}/stand-in",
                c ->
                        notFound(
                                c.withNewKey()
                                        .post(absence + "/stand-in", "{\"standIn\":\"maria\"}")));
    }

    private static void makesAbsence(ApiClient client) {
        String asked =
                "{\"user\":\"kim\",\"from\":\"2100-01-01T00:00:00Z\","
                        + "\"until\":\"2100-01-02T00:00:00Z\"}";
        outside(client.withNewKey().post("/absences", asked));
    }
}
