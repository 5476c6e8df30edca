package app.leeway.audit;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.gesture.SealFixture;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the owner of the database can change in gestures, ledger and record, and who finds it: the
 * reconciliation, or somebody who has kept a signed head outside.
 */
class ProvenRecordIT {

    private static final String TRUE = "true";

    private final Nordlyst nordlyst = Nordlyst.running();
    private String gesture;

    @BeforeEach
    void a_gesture_is_on_record_and_all_adds_up() {
        nordlyst.books().clear();
        gesture =
                nordlyst.as("anna")
                        .logs(
                                a("goodwill")
                                        .of("50.00")
                                        .to("C-1001")
                                        .at("krogen")
                                        .with("occasion", "the soup was cold")
                                        .done())
                        .text("id");
        assertThat(reconciled().text("ok")).as(reconciled().body()).isEqualTo(TRUE);
        assertThat(reconciled().text("gestures.checked")).isEqualTo("1");
        assertThat(checked().text("ok")).as(checked().body()).isEqualTo(TRUE);
    }

    @Test
    void P18_gesture_and_ledger_changed_together_are_named() throws SQLException {
        asOwner(sql -> cost(sql, 5000, 4000));
        try {
            ApiAnswer books = reconciled();

            assertThat(books.text("ok")).isEqualTo("false");
            assertThat(books.json().get("differences")).as("figures and entries agree").isEmpty();
            assertThat(books.text("gestures.differences.0.gesture")).isEqualTo(gesture);
            assertThat(books.texts("gestures.differences.0.about"))
                    .contains("content", "cost", "ledger");
        } finally {
            asOwner(sql -> cost(sql, 4000, 5000));
        }
        assertThat(reconciled().text("ok")).isEqualTo(TRUE);
    }

    @Test
    void P18_gesture_ledger_and_record_changed_together_are_named_against_a_head_that_was_kept()
            throws SQLException {
        ApiAnswer kept = auditor().post("/audit/heads", "{}");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(compared(kept).text("given.entries")).isEqualTo("unchanged");
        long entry =
                nordlyst.books()
                        .figure(
                                "SELECT seq FROM audit_entry WHERE what = 'gesture.logged'"
                                        + " AND subject = '"
                                        + gesture
                                        + "'");
        asOwner(sql -> forge(sql, entry, 5000, 4000));
        try {
            assertThat(reconciled().text("ok")).as("the forgery is whole").isEqualTo(TRUE);
            assertThat(checked().text("firstBroken")).isNull();

            ApiAnswer answer = compared(kept);

            assertThat(answer.text("ok")).isEqualTo("false");
            assertThat(answer.text("given.entries")).isEqualTo("changed");
            assertThat(answer.text("given.signature")).isEqualTo("valid");
            assertThat(
                            auditor()
                                    .get(
                                            "/audit/check?seq=%s&hash=%s"
                                                    .formatted(kept.text("seq"), kept.text("hash")))
                                    .text("given.entries"))
                    .isEqualTo("changed");
            assertThat(checked().texts("differing", "seq"))
                    .as("while the head that was kept here is still there")
                    .contains(kept.text("seq"));
        } finally {
            asOwner(sql -> forge(sql, entry, 4000, 5000));
        }
        assertThat(compared(kept).text("ok")).isEqualTo(TRUE);
    }

    @Test
    void P18_a_record_that_was_cut_off_is_shorter_than_the_head_that_was_kept()
            throws SQLException {
        ApiAnswer kept = auditor().post("/audit/heads", "{}");
        String last = kept.text("seq");
        asOwner(
                sql -> {
                    sql.execute(
                            "CREATE TABLE cut AS SELECT * FROM audit_entry WHERE seq = " + last);
                    sql.execute("DELETE FROM audit_entry WHERE seq = " + last);
                    sql.execute(
                            "UPDATE audit_head SET seq = seq - 1, hash = (SELECT previous FROM cut)");
                });
        try {
            assertThat(checked().text("firstBroken")).as("from within all is well").isNull();
            assertThat(compared(kept).text("given.entries")).isEqualTo("shorter");
        } finally {
            asOwner(
                    sql -> {
                        sql.execute("INSERT INTO audit_entry SELECT * FROM cut");
                        sql.execute(
                                "UPDATE audit_head SET seq = cut.seq, hash = cut.hash FROM cut");
                        sql.execute("DROP TABLE cut");
                    });
        }
        assertThat(compared(kept).text("ok")).isEqualTo(TRUE);
    }

    @Test
    void P18_a_customer_or_a_text_that_was_changed_is_named() throws SQLException {
        for (String[] change :
                new String[][] {
                    {"occasion = 'the soup was hot'", "occasion = 'the soup was cold'"},
                    {"customer_id = customer_id + 1", "customer_id = customer_id - 1"}
                }) {
            asOwner(sql -> sql.execute("UPDATE gesture SET " + change[0]));
            try {
                assertThat(reconciled().texts("gestures.differences.0.about"))
                        .as(change[0])
                        .containsExactly("personal");
            } finally {
                asOwner(sql -> sql.execute("UPDATE gesture SET " + change[1]));
            }
        }
        assertThat(reconciled().text("ok")).isEqualTo(TRUE);
    }

    @Test
    void P7_with_its_salt_and_texts_erased_the_rest_still_verifies() throws SQLException {
        asOwner(
                sql ->
                        sql.execute(
                                "UPDATE gesture SET salt = NULL, occasion = NULL,"
                                        + " customer_id = NULL"));

        assertThat(reconciled().text("ok")).isEqualTo(TRUE);
        assertThat(reconciled().text("gestures.erased")).isEqualTo("1");
        assertThat(checked().text("ok")).isEqualTo(TRUE);

        asOwner(sql -> sql.execute("UPDATE gesture SET done = NOT done"));
        assertThat(reconciled().texts("gestures.differences.0.about")).containsExactly("content");
        nordlyst.books().clear();
    }

    @Test
    void P18_a_gesture_that_was_taken_out_or_put_in_beside_the_record_is_named()
            throws SQLException {
        asOwner(
                sql -> {
                    sql.execute("CREATE TABLE kept AS SELECT * FROM gesture");
                    sql.execute(
                            "INSERT INTO gesture SELECT (jsonb_populate_record(g, jsonb_build_object("
                                    + "'id', gen_random_uuid()))).* FROM gesture g");
                });
        try {
            assertThat(reconciled().texts("gestures.differences.0.about"))
                    .containsExactly("unrecorded");
        } finally {
            asOwner(
                    sql -> {
                        sql.execute("DELETE FROM gesture WHERE id NOT IN (SELECT id FROM kept)");
                        sql.execute("DROP TABLE kept");
                    });
        }
        asOwner(
                sql ->
                        sql.execute(
                                "UPDATE audit_entry SET subject = 'not-' || subject"
                                        + " WHERE what = 'gesture.logged' AND subject = '"
                                        + gesture
                                        + "'"));
        try {
            assertThat(reconciled().texts("gestures.differences", "gesture"))
                    .containsExactlyInAnyOrder(gesture, "not-" + gesture);
        } finally {
            asOwner(
                    sql ->
                            sql.execute(
                                    "UPDATE audit_entry SET subject = '"
                                            + gesture
                                            + "' WHERE subject = 'not-"
                                            + gesture
                                            + "'"));
        }
        assertThat(reconciled().text("ok")).isEqualTo(TRUE);
    }

    @Test
    void P18_an_entry_from_before_there_were_seals_is_said_to_be_untied_and_not_broken()
            throws SQLException {
        long entry = nordlyst.books().figure("SELECT max(seq) FROM audit_entry");
        asOwner(
                sql -> {
                    sql.execute(
                            "UPDATE audit_entry SET after = (after::jsonb - 'sealed')::text"
                                    + " WHERE what = 'gesture.logged' AND subject = '"
                                    + gesture
                                    + "'");
                    sql.execute("UPDATE gesture SET salt = NULL");
                    RewrittenRecord.from(sql.getConnection(), Math.max(1, entry - 20));
                });

        assertThat(reconciled().text("ok")).isEqualTo(TRUE);
        assertThat(reconciled().text("gestures.untied")).isEqualTo("1");
        assertThat(reconciled().text("gestures.untiedUntil")).isNotNull();

        asOwner(sql -> cost(sql, 5000, 4000));
        assertThat(reconciled().texts("gestures.differences.0.about"))
                .as("its cost stood in the record all the same")
                .containsExactly("cost");
        asOwner(sql -> cost(sql, 4000, 5000));
        nordlyst.books().clear();
    }

    @Test
    void P18_a_signature_that_is_not_ours_or_not_over_this_head_is_told_apart() {
        ApiAnswer kept = auditor().post("/audit/heads", "{}");
        String body = kept.body();
        String otherKey = "00".repeat(32);

        assertThat(kept.text("statement"))
                .startsWith("leeway-record-head 1\ncompany: nordlyst\nseq: " + kept.text("seq"));
        assertThat(
                        auditor()
                                .post(
                                        "/audit/check",
                                        withoutStatement(body)
                                                .replace("\"nordlyst\"", "\"sydlyst\""))
                                .text("given.signature"))
                .isEqualTo("invalid");
        assertThat(
                        auditor()
                                .post(
                                        "/audit/check",
                                        withoutStatement(body).replace(kept.text("key"), otherKey))
                                .text("given.signature"))
                .isEqualTo("unknown-key");
        assertThat(
                        auditor()
                                .post("/audit/check", body.replace("\"nordlyst\"", "\"sydlyst\""))
                                .violations())
                .containsExactly("statement contradiction");
    }

    @Test
    void P18_heads_and_keys_are_given_out() {
        ApiAnswer kept = auditor().post("/audit/heads", "{}");

        assertThat(auditor().get("/audit/head").json()).isEqualTo(kept.json());
        assertThat(auditor().get("/audit/heads?limit=1").json().at("/items/0"))
                .isEqualTo(kept.json());
        assertThat(auditor().get("/audit/keys").text("items.0.key")).isEqualTo(kept.text("key"));
        assertThat(auditor().get("/audit/keys").text("items.0.standing")).isEqualTo("current");
        assertThat(auditor().post("/audit/heads", "{}").text("seq")).isEqualTo(kept.text("seq"));
        assertThat(nordlyst.books().figure("SELECT count(*) FROM signed_head"))
                .as("the head of the first day was signed by itself")
                .isGreaterThan(1);
    }

    private static String withoutStatement(String head) {
        return head.replaceAll("\"statement\":\"[^\"]*\",", "");
    }

    private ApiClient auditor() {
        return nordlyst.as("axel");
    }

    private ApiAnswer reconciled() {
        return auditor().get("/budgets/reconciliation");
    }

    private ApiAnswer checked() {
        return auditor().get("/audit/check");
    }

    private ApiAnswer compared(ApiAnswer kept) {
        return auditor().post("/audit/check", kept.body());
    }

    /** The gesture, its entries of the ledger and the running figures say another amount. */
    private void cost(Statement sql, long from, long to) throws SQLException {
        sql.execute("UPDATE gesture SET cost_minor = %d, first_cost_minor = %d".formatted(to, to));
        sql.execute(
                "UPDATE budget_period p SET spent_minor = spent_minor + %d - %d FROM budget_entry e"
                                .formatted(to, from)
                        + " WHERE e.period_id = p.id AND e.gesture_id IS NOT NULL");
        sql.execute(
                "UPDATE budget_entry SET spent_delta = %d WHERE spent_delta = %d AND gesture_id IS"
                                .formatted(to, from)
                        + " NOT NULL");
    }

    /** The same, and what the record tells of it, with every seal and hash anew. */
    private void forge(Statement sql, long entry, long from, long to) throws SQLException {
        UUID id = UUID.fromString(gesture);
        String before = SealFixture.content(sql.getConnection(), id);
        cost(sql, from, to);
        String after = SealFixture.content(sql.getConnection(), id);
        sql.execute(
                "UPDATE audit_entry SET after = replace(replace(replace(after, '%s', '%s'),"
                                .formatted(before, after)
                        + " '\"cost\":%d', '\"cost\":%d'), ' SETTLE 0 %d ', ' SETTLE 0 %d ')"
                                .formatted(from, to, from, to)
                        + " WHERE seq = "
                        + entry);
        RewrittenRecord.from(sql.getConnection(), entry);
    }

    private interface Tampering {
        void with(Statement sql) throws SQLException;
    }

    private void asOwner(Tampering tampering) throws SQLException {
        try (Connection connection = nordlyst.database().connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("ALTER TABLE gesture DISABLE TRIGGER USER");
            sql.execute("ALTER TABLE budget_entry DISABLE TRIGGER USER");
            sql.executeQuery("SELECT seq FROM audit_head FOR UPDATE").close(); // as writers do
            sql.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            tampering.with(sql);
            for (String table : new String[] {"audit_entry", "gesture", "budget_entry"}) {
                sql.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            connection.commit();
        }
    }
}
