package app.leeway.loyalty;

import app.leeway.audit.AuditLog;
import app.leeway.audit.AuditLog.Mention;
import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes episodes of gestures and of what happened without one, as they came to their end. It
 * follows the record, which is gapless and in the order of the commits, so that nothing is missed
 * and the way of a gesture pays nothing for it.
 */
@ApplicationScoped
public class EpisodeProjection {

    private static final int ENTRIES = 20_000;

    /** Entries about gestures, under whose id exceptions go too, and about happenings. */
    private static final List<String> TELLING = List.of("gesture", "approval", "episode");

    @Inject Organizations organizations;
    @Inject AuditLog record;
    @Inject Jdbi jdbi;

    /**
     * The next stretch of the record; what it changes makes the facts of its customers due.
     *
     * @return whether there may be more
     */
    @Transactional(TxType.MANDATORY)
    public boolean gatherNext() {
        int decimals = organizations.current().currencyDigits();
        return jdbi.withHandle(
                handle -> {
                    FactState state = FactState.take(handle);
                    List<Mention> next = record.mentions(state.auditSeq(), TELLING, ENTRIES);
                    if (next.isEmpty()) {
                        return false;
                    }
                    gather(handle, next, decimals);
                    state.at(next.get(next.size() - 1).seq()).keep(handle);
                    return next.size() == ENTRIES;
                });
    }

    private static void gather(Handle handle, List<Mention> mentions, int decimals) {
        List<UUID> subjects =
                mentions.stream().map(Mention::subject).distinct().map(UUID::fromString).toList();
        for (String text : SqlText.of("gather").with("decimals", decimals).statements()) {
            handle.createUpdate(text).bindArray("subjects", UUID.class, subjects).execute();
        }
    }
}
