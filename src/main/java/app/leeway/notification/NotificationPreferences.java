package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Somebody says how they want to be told; it follows them to every device. */
@ApplicationScoped
public class NotificationPreferences {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,8}");
    private static final String CHOSEN =
            """
            SELECT person_id, push, mail_to, quiet_from, quiet_until, urgent_always, digest_at
              FROM telling_choice WHERE person_id = ANY (:people)
            """;
    private static final String CHOOSE =
            """
            INSERT INTO telling_choice (person_id, push, mail_to, quiet_from, quiet_until,
                                        urgent_always, digest_at)
            VALUES (:person, :push, :mailTo, :quietFrom, :quietUntil, :urgentAlways, :digestAt)
                ON CONFLICT (person_id) DO UPDATE
               SET push = excluded.push, mail_to = excluded.mail_to,
                   quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                   urgent_always = excluded.urgent_always, digest_at = excluded.digest_at
            """;

    private record Chosen(
            long personId,
            boolean push,
            String mailTo,
            LocalTime quietFrom,
            LocalTime quietUntil,
            boolean urgentAlways,
            LocalTime digestAt) {

        NotificationChoice choice() {
            QuietHours quiet = quietFrom == null ? null : new QuietHours(quietFrom, quietUntil);
            return new NotificationChoice(push, mailTo, quiet, urgentAlways, digestAt);
        }
    }

    @Inject Jdbi jdbi;

    /** What the actor has chosen, or is given until they choose. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public NotificationChoice chosen(Actor actor) {
        return jdbi.withHandle(handle -> of(handle, List.of(actor.personId())))
                .getOrDefault(actor.personId(), NotificationChoice.USUAL);
    }

    /**
     * @param choice the whole of it
     * @throws RefusedException INVALID for an address that is none
     */
    @Transactional
    public NotificationChoice choose(Actor actor, NotificationChoice choice) {
        if (choice.mailTo() != null && !ADDRESS.matcher(choice.mailTo()).matches()) {
            throw RefusedException.invalid(
                    "mailTo",
                    "not-an-address",
                    "mailTo must be an address such as kim@example.org");
        }
        QuietHours quiet = choice.quiet();
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(CHOOSE)
                                .bind("person", actor.personId())
                                .bind("push", choice.push())
                                .bind("mailTo", choice.mailTo())
                                .bind("quietFrom", quiet == null ? null : quiet.from())
                                .bind("quietUntil", quiet == null ? null : quiet.until())
                                .bind("urgentAlways", choice.urgentAlways())
                                .bind("digestAt", choice.digestAt())
                                .execute());
        return choice;
    }

    /** Of those who have chosen anything. */
    static Map<Long, NotificationChoice> of(Handle handle, Collection<Long> people) {
        return handle.createQuery(CHOSEN)
                .bindArray("people", Long.class, people)
                .map(RecordMapper.of(Chosen.class))
                .collectToMap(Chosen::personId, Chosen::choice);
    }
}
