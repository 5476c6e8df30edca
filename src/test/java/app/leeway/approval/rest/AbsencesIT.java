package app.leeway.approval.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Absences and calendars in the running server. */
class AbsencesIT {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient kim = nordlyst.as("kim");
    private final ApiClient mats = nordlyst.as("mats");
    private final ApiClient maria = nordlyst.as("maria");

    @BeforeEach
    @AfterEach
    void everybodyIsThere() {
        nordlyst.books().clear();
        nordlyst.books().write("DELETE FROM absence");
        nordlyst.books().write("DELETE FROM calendar_feed");
        nordlyst.books().write("DELETE FROM word");
    }

    @Test
    void somebody_is_away_and_the_stand_in_is_told() {
        UUID key = UUID.randomUUID();
        String asked = absence(1, 8, "mats");
        ApiAnswer made = kim.withKey(key).post("/absences", asked);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.text("id")).isEqualTo(key.toString());
        assertThat(made.text("person.name")).isEqualTo("Kim Sten");
        assertThat(made.text("standIn.user")).isEqualTo("mats");
        assertThat(made.text("source")).isEqualTo("hand");
        assertThat(kim.withKey(key).post("/absences", asked).body()).isEqualTo(made.body());
        assertThat(nordlyst.books().figure("SELECT count(*) FROM absence")).isEqualTo(1);

        assertThat(mats.with("Accept-Language", "en").get("/notifications").text("items.0.text"))
                .startsWith("You stand in for Kim Sten from ");
        assertThat(mats.get("/absences").texts("items", "id")).containsExactly(key.toString());
        assertThat(maria.get("/absences").json().get("items")).isEmpty();
        assertThat(nordlyst.as("anna").get("/absences").json().get("items")).isEmpty();
    }

    @Test
    void an_absence_that_ends_before_it_begins_is_refused_like_others_that_make_no_sense() {
        assertThat(kim.withNewKey().post("/absences", absence(8, 1, null)).violations())
                .containsExactly("until not-after");
        assertThat(kim.withNewKey().post("/absences", absence(3, 3, null)).violations())
                .containsExactly("until not-after");
        assertThat(kim.withNewKey().post("/absences", absence(-9, -2, null)).violations())
                .containsExactly("until in-the-past");
        assertThat(kim.withNewKey().post("/absences", absence(1, 402, null)).violations())
                .containsExactly("until too-long");
        assertThat(kim.withNewKey().post("/absences", absence(1, 8, "kim")).violations())
                .containsExactly("standIn themselves");
        assertThat(kim.withNewKey().post("/absences", absence(1, 8, "anna")).violations())
                .containsExactly("standIn not-a-manager");
        assertThat(kim.withNewKey().post("/absences", absence(1, 8, "nobody")).violations())
                .containsExactly("standIn unknown-person");
        assertThat(nordlyst.books().figure("SELECT count(*) FROM absence")).isZero();
    }

    @Test
    void chains_are_taken_and_circles_refused() {
        assertThat(kim.withNewKey().post("/absences", absence(1, 8, "mats")).status())
                .isEqualTo(200);
        assertThat(mats.withNewKey().post("/absences", absence(4, 12, "maria")).status())
                .isEqualTo(200);
        assertThat(maria.withNewKey().post("/absences", absence(2, 6, "kim")).violations())
                .containsExactly("standIn cycle");
        ApiAnswer later = maria.withNewKey().post("/absences", absence(9, 11, "kim"));
        assertThat(later.status()).as("Kim is back by then").isEqualTo(200);
        assertThat(mats.withNewKey().post("/absences", absence(1, 2, "kim")).violations())
                .containsExactly("standIn cycle");
    }

    @Test
    void a_manager_says_so_for_somebody_who_fell_ill_and_nobody_else_does() {
        ApiAnswer made =
                mats.withNewKey().post("/absences", absence(0, 3, "mats").replace("{", FOR_KIM));
        assertThat(made.text("madeBy.user")).isEqualTo("mats");
        assertThat(made.text("person.user")).isEqualTo("kim");
        assertThat(
                        maria.withNewKey()
                                .post("/absences", absence(0, 3, "maria").replace("{", FOR_KIM))
                                .code())
                .isEqualTo("outside-your-area");
        assertThat(withdraw(maria, made.text("id")).status()).isEqualTo(404);
        assertThat(withdraw(kim, made.text("id")).status()).isEqualTo(204);
        assertThat(kim.get("/absences").json().get("items")).isEmpty();
        assertThat(withdraw(kim, made.text("id")).status()).isEqualTo(404);
        assertThat(withdraw(kim, "x").status()).isEqualTo(404);
    }

    @Test
    void a_calendar_brings_absences_and_each_gets_its_stand_in() {
        ApiAnswer read = bring(kim, event("UID:a", "SUMMARY:Semester", day(10), until(14)));
        assertThat(read.json().get("absences").asInt()).isEqualTo(1);
        ApiAnswer list = kim.get("/absences");
        assertThat(list.text("items.0.source")).isEqualTo("calendar");
        assertThat(list.text("items.0.standIn")).isNull();
        String path = "/absences/" + list.text("items.0.id") + "/stand-in";
        assertThat(kim.withNewKey().post(path, "{\"standIn\":\"mats\"}").text("standIn.user"))
                .isEqualTo("mats");

        bring(kim, event("UID:a", "SUMMARY:Semester", day(11), until(15)));
        assertThat(kim.get("/absences").text("items.0.standIn.user"))
                .as("the event has moved")
                .isEqualTo("mats");
        assertThat(kim.get("/absences").text("items.0.from")).isEqualTo(start(11));

        bring(kim, event("UID:b", "SUMMARY:Ledig", day(20), until(21)));
        assertThat(kim.get("/absences").texts("items", "from")).containsExactly(start(20));
        withdraw(kim, kim.get("/absences").text("items.0.id"));
        bring(kim, event("UID:b", "SUMMARY:Ledig", day(20), until(21)));
        assertThat(kim.get("/absences").json().get("items"))
                .as("what was withdrawn by hand stays withdrawn")
                .isEmpty();
    }

    @Test
    void a_recurrence_without_end_ends_after_400_days() {
        ApiAnswer read =
                bring(kim, event("UID:a", "SUMMARY:Ledig", day(0), until(1), "RRULE:FREQ=DAILY"));
        assertThat(read.json().get("absences").asInt()).isBetween(400, 402);
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT extract(day FROM max(from_at) - now())::int"
                                                + " FROM absence"))
                .isLessThanOrEqualTo(400);
    }

    @Test
    void a_calendar_of_20_megabytes_is_refused_before_it_is_read() {
        ApiAnswer answer =
                kim.send(
                        "POST",
                        "/absences/calendar",
                        "text/calendar",
                        BodyPublishers.ofByteArray(new byte[20 * 1024 * 1024]));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(kim.send("POST", "/absences/calendar", "text/calendar", "hello").violations())
                .containsExactly("calendar not-a-calendar");
    }

    @Test
    void an_address_that_leads_inside_is_refused() {
        for (String url :
                List.of("http://169.254.169.254/", "http://10.0.0.1/a.ics", "http://[fd00::1]/")) {
            assertThat(subscribe(url).violations()).as(url).containsExactly("url not-https");
        }
        for (String url : List.of("https://192.168.1.1/", "webcal://10.0.0.1/a.ics")) {
            assertThat(subscribe(url).violations()).as(url).containsExactly("url private-address");
        }
        for (String url : List.of("file:///etc/passwd", "ftp://example.org/", "x")) {
            assertThat(subscribe(url).violations()).as(url).containsExactly("url not-an-address");
        }
        assertThat(nordlyst.books().figure("SELECT count(*) FROM calendar_feed")).isZero();
    }

    @Test
    void a_calendar_behind_an_address_is_read_and_what_is_wrong_with_it_is_told()
            throws IOException {
        byte[] good = calendar(event("UID:a", "SUMMARY:Semester", day(5), until(9)));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, "/good.ics", good);
        serve(server, "/large.ics", new byte[3 * 1024 * 1024]);
        server.createContext("/moved", call -> moved(call, "/good.ics"));
        server.createContext("/inside", call -> moved(call, "http://169.254.169.254/x"));
        server.createContext("/round", call -> moved(call, "/round"));
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            for (String path : List.of("/good.ics", "/moved")) {
                ApiAnswer read = subscribe(base + path);
                assertThat(read.status()).as(read.body()).isEqualTo(200);
                assertThat(read.json().get("absences").asInt()).isEqualTo(1);
            }
            ApiAnswer status = kim.get("/absences/calendar");
            assertThat(status.text("host")).isEqualTo("127.0.0.1");
            assertThat(status.body()).doesNotContain("good.ics");
            assertThat(subscribe(base + "/inside").violations()).containsExactly("url not-https");
            for (String path : List.of("/large.ics", "/round", "/missing")) {
                assertThat(subscribe(base + path).violations())
                        .as(path)
                        .containsExactly("url unreachable");
            }
            assertThat(kim.send("DELETE", "/absences/calendar", null, (String) null).status())
                    .isEqualTo(204);
            assertThat(kim.get("/absences/calendar").text("host")).isNull();
            assertThat(kim.get("/absences").json().get("items"))
                    .as("what it said stays")
                    .hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    private static final String FOR_KIM = "{\"user\":\"kim\",";

    private static void moved(com.sun.net.httpserver.HttpExchange call, String to)
            throws IOException {
        call.getResponseHeaders().set("Location", to);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void serve(HttpServer server, String path, byte[] body) {
        server.createContext(
                path,
                call -> {
                    call.sendResponseHeaders(200, body.length);
                    try (OutputStream out = call.getResponseBody()) {
                        out.write(body);
                    } catch (IOException hungUp) {
                        call.close(); // nobody reads more than they want
                    }
                });
    }

    private ApiAnswer subscribe(String url) {
        return kim.put("/absences/calendar", "{\"url\":\"" + url + "\"}");
    }

    private static ApiAnswer bring(ApiClient client, String... events) {
        String text = new String(calendar(events), StandardCharsets.UTF_8);
        ApiAnswer answer = client.send("POST", "/absences/calendar", "text/calendar", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static ApiAnswer withdraw(ApiClient client, String id) {
        return client.send("DELETE", "/absences/" + id, null, (String) null);
    }

    /** From one day from today to another. */
    private static String absence(int from, int until, String standIn) {
        return "{\"from\":\"%s\",\"until\":\"%s\"%s}"
                .formatted(
                        offset(from),
                        offset(until),
                        standIn == null ? "" : ",\"standIn\":\"" + standIn + "\"");
    }

    private static String offset(int days) {
        return today().plusDays(days)
                .atStartOfDay(STOCKHOLM)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String start(int days) {
        return today().plusDays(days).atStartOfDay(STOCKHOLM).toInstant().toString();
    }

    private static LocalDate today() {
        return LocalDate.now(STOCKHOLM);
    }

    private static String day(int days) {
        return "DTSTART;VALUE=DATE:"
                + today().plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String until(int days) {
        return "DTEND;VALUE=DATE:"
                + today().plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static byte[] calendar(String... events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", events) + "END:VCALENDAR\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
