package app.leeway.notification;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * When somebody hears of what they are told afterwards: once a day, at the time they chose. Up to
 * when they have heard is kept in the transaction that tells them, so that nothing is told twice
 * and nothing is left out.
 */
@ApplicationScoped
public class DailyDigest {

    /** What somebody hears of when they hear for the first time, or after a long while. */
    static final Duration FIRST = Duration.ofDays(1);

    private static final Duration MOST = Duration.ofDays(7);

    /**
     * What is to be told now.
     *
     * @param after the instant up to which they had heard
     * @param until the instant up to which they hear now, included
     */
    public record Span(Instant after, Instant until) {}

    /**
     * @param at null: they want to hear nothing
     * @param heard the instant up to which they have heard; null: never yet
     */
    private record Wish(LocalTime at, Instant heard) {}

    private static final String KNOW =
            "INSERT INTO telling_choice (person_id) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String LOOK =
            """
            SELECT digest_at AS at, digest_until AS heard FROM telling_choice
             WHERE person_id = :person FOR UPDATE SKIP LOCKED
            """;
    private static final String HEARD =
            "UPDATE telling_choice SET digest_until = ? WHERE person_id = ?";

    @Inject Jdbi jdbi;

    @Inject Clock clock;

    /**
     * Takes what is due, as told.
     *
     * @param zone in which their hours are counted
     * @return empty when it is not yet time, they want to hear nothing, or another server tells
     *     them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Span> take(long personId, ZoneId zone) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle -> {
                    handle.execute(KNOW, personId);
                    Optional<Span> span =
                            handle.createQuery(LOOK)
                                    .bind("person", personId)
                                    .map(RecordMapper.of(Wish.class))
                                    .findOne()
                                    .filter(wish -> wish.at() != null)
                                    .flatMap(wish -> span(wish.at(), wish.heard(), zone, now));
                    if (span.isPresent()) {
                        handle.execute(HEARD, now, personId);
                    }
                    return span;
                });
    }

    /** Due when today's time has passed, and they have not heard since. */
    static Optional<Span> span(LocalTime at, Instant heard, ZoneId zone, Instant now) {
        Instant time = now.atZone(zone).toLocalDate().atTime(at).atZone(zone).toInstant();
        if (now.isBefore(time) || heard != null && !heard.isBefore(time)) {
            return Optional.empty();
        }
        Instant after = heard == null ? now.minus(FIRST) : heard;
        Instant earliest = now.minus(MOST);
        return Optional.of(new Span(after.isBefore(earliest) ? earliest : after, now));
    }
}
