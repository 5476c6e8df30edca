package app.leeway.handover;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Handover notes as rows. */
@ApplicationScoped
class HandoverStore {

    private static final String ADD =
            """
            INSERT INTO handover_note (id, place, person_id, at, text)
            VALUES (:id, :place, :personId, :at, :text)
            """;
    private static final String AT =
            """
            SELECT id, place, person_id, at, text
              FROM handover_note WHERE place = :place ORDER BY at DESC
            """;
    private static final RecordMapper<HandoverNote> NOTE = RecordMapper.of(HandoverNote.class);

    @Inject Jdbi jdbi;

    void add(HandoverNote note) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD).bindMethods(note).execute());
    }

    List<HandoverNote> at(String place) {
        return jdbi.withHandle(
                handle -> handle.createQuery(AT).bind("place", place).map(NOTE).list());
    }

    int forgetBefore(Instant time) {
        return jdbi.withHandle(
                handle -> handle.execute("DELETE FROM handover_note WHERE at < ?", time));
    }

    HandoverRule rule() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT longest FROM handover_rule")
                                .mapTo(Integer.class)
                                .findOne()
                                .map(HandoverRule::new)
                                .orElse(HandoverRule.USUAL));
    }

    void keep(HandoverRule rule) {
        jdbi.useHandle(
                handle -> {
                    handle.execute("DELETE FROM handover_rule");
                    handle.execute("INSERT INTO handover_rule VALUES (?)", rule.longest());
                });
    }
}
