package app.leeway.loyalty.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import app.leeway.support.Waiting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of outcomes: each line for itself, what is wrong beside it, the rest in, once. */
class OutcomeFilesIT {

    private static final String HEAD = "source,id,type,customer,time,amount,currency\n";

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient stina = nordlyst.as("stina");
    private final String source = "file-" + UUID.randomUUID();

    @Test
    void a_file_with_garbage_is_taken_in_but_for_the_garbage_which_is_told_line_by_line() {
        int lines = 20_000;
        StringBuilder csv = new StringBuilder(HEAD);
        for (int i = 1; i <= lines; i++) {
            csv.append(i % 100 == 0 ? garbage(i) : line(i)).append('\n');
        }

        String id = bring(csv.toString());

        ApiAnswer done = stina.get("/outcomes/files/" + id);
        assertThat(done.text("state")).isEqualTo("done");
        assertThat(done.text("added")).isEqualTo("" + (lines - lines / 100));
        assertThat(done.text("refused")).isEqualTo("" + lines / 100);
        assertThat(kept()).isEqualTo(lines - lines / 100);
        ApiAnswer refused = stina.get("/outcomes/files/" + id + "/refused?limit=3");
        assertThat(refused.text("items.0.line")).isEqualTo("101");
        assertThat(refused.text("items.2.line")).isEqualTo("301");
        assertThat(refused.text("items.0.text")).isEqualTo(garbage(100));
        ApiAnswer next =
                stina.get(
                        "/outcomes/files/" + id + "/refused?limit=3&after=" + refused.text("next"));
        assertThat(next.text("items.0.line")).isEqualTo("401");

        String again = bring(csv.toString());
        assertThat(stina.get("/outcomes/files/" + again).text("added")).isEqualTo("0");
        assertThat(kept()).isEqualTo(lines - lines / 100);
    }

    @Test
    void one_broken_line_does_not_swallow_those_that_follow() {
        String id =
                bring(
                        HEAD
                                + "\""
                                + line(1)
                                + "\n"
                                + line(2)
                                + "\r\n"
                                + "x".repeat(100_000)
                                + "\n"
                                + line(3)
                                + "\n");

        assertThat(stina.get("/outcomes/files/" + id).text("added")).isEqualTo("2");
        ApiAnswer refused = stina.get("/outcomes/files/" + id + "/refused");
        assertThat(refused.text("items.0.code")).isEqualTo("not-csv");
        assertThat(refused.text("items.1.code")).isEqualTo("wrong-number-of-cells");
    }

    @Test
    void what_is_no_text_is_told_like_any_other_garbage() {
        String pairOverTheEdge = "x".repeat(499) + "\uD83D\uDE00";
        String id =
                bring(
                        String.join(
                                "\n",
                                HEAD.strip(),
                                line(1).replace("SEK", "SEK\0"),
                                line(2).replace("purchase", "\0theft"),
                                pairOverTheEdge,
                                line(3)));

        ApiAnswer file = stina.get("/outcomes/files/" + id);
        assertThat(file.text("state")).isEqualTo("done");
        assertThat(file.text("added")).isEqualTo("1");
        ApiAnswer refused = stina.get("/outcomes/files/" + id + "/refused");
        assertThat(refused.texts("items", "line")).containsExactly("2", "3", "4");
        assertThat(refused.text("items.0.text")).endsWith("SEK\uFFFD");
    }

    @Test
    void each_reason_is_told() {
        String ok = line(1);
        String id =
                bring(
                        HEAD
                                + ok.replace("purchase", "theft")
                                + "\n"
                                + ok.replace("SEK", "EUR")
                                + "\n"
                                + ok.replace("2026-10", "2036-10")
                                + "\n"
                                + ok.replace("12.00", "-12")
                                + "\n"
                                + ok.replace("12.00", "")
                                + "\n"
                                + ok.replace("2026-10-01T10:00:00Z", "yesterday")
                                + "\n"
                                + ok.replace(",nobody,", ",,")
                                + "\n"
                                + ok
                                + "\n"
                                + ok.replace("12.00", "13.00")
                                + "\n");

        ApiAnswer refused = stina.get("/outcomes/files/" + id + "/refused");
        String[] codes = {
            "unknown-value",
            "wrong-currency",
            "in-the-future",
            "not-an-amount",
            "missing",
            "malformed",
            "missing"
        };
        for (int i = 0; i < codes.length; i++) {
            assertThat(refused.text("items." + i + ".code")).as("line " + i).isEqualTo(codes[i]);
        }
        assertThat(refused.text("items.7.code")).isEqualTo("contradiction");
        assertThat(stina.get("/outcomes/files/" + id).text("added")).isEqualTo("1");
    }

    @Test
    void a_file_that_is_none_changes_nothing() {
        String id = bring("Hello\nWorld\n");

        ApiAnswer file = stina.get("/outcomes/files/" + id);
        assertThat(file.text("state")).isEqualTo("failed");
        assertThat(file.text("problem")).isEqualTo("unknown-columns");
    }

    @Test
    void only_stewards_bring_files() {
        for (String user : new String[] {"anna", "kim", "lena", "axel"}) {
            assertThat(
                            nordlyst.as(user)
                                    .send(
                                            "POST",
                                            "/outcomes/files",
                                            "text/csv",
                                            BodyPublishers.ofString(HEAD))
                                    .status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    private String line(int i) {
        return source + "," + i + ",purchase,nobody,2026-10-01T10:00:00Z,12.00,SEK";
    }

    private static String garbage(int i) {
        return "\u00a7\u00a7 garbage " + i + ",,\"";
    }

    private String bring(String csv) {
        ApiAnswer begun =
                stina.send("POST", "/outcomes/files", "text/csv", BodyPublishers.ofString(csv));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.text("id");
        Waiting.until(
                "the file",
                Duration.ofMinutes(1),
                () -> !stina.get("/outcomes/files/" + id).text("state").equals("reading"));
        return id;
    }

    private long kept() {
        return nordlyst.books()
                .figure("SELECT count(*) FROM outcome WHERE source = '" + source + "'");
    }
}
