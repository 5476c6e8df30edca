package app.leeway.loyalty;

import app.leeway.shared.jdbc.RecordMapper;
import org.jdbi.v3.core.Handle;

/**
 * Up to where everything has been looked through. Whoever has taken it makes facts alone, until
 * their transaction ends.
 *
 * @param auditSeq the last entry of the record that episodes were gathered from
 * @param writtenIn the first of the database's transactions whose outcomes were not looked at
 * @param today days since 1970; episodes were ripe up to this day
 * @param settings margins that the facts were made with
 */
record FactState(long auditSeq, long writtenIn, int today, String settings) {

    static final FactState NOTHING = new FactState(0, 0, 0, "");

    private static final String READ =
            "SELECT audit_seq, written_in, today, settings FROM fact_state FOR UPDATE";
    private static final String KEEP =
            """
            UPDATE fact_state SET audit_seq = :auditSeq, written_in = :writtenIn,
                                  today = :today, settings = :settings
            """;

    static FactState take(Handle handle) {
        return handle.createQuery(READ).map(RecordMapper.of(FactState.class)).one();
    }

    FactState at(long seq) {
        return new FactState(seq, writtenIn, today, settings);
    }

    void keep(Handle handle) {
        handle.createUpdate(KEEP)
                .bind("auditSeq", auditSeq)
                .bind("writtenIn", writtenIn)
                .bind("today", today)
                .bind("settings", settings)
                .execute();
    }
}
