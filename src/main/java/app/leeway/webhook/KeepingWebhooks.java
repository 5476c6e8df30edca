package app.leeway.webhook;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditSubjects;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.outgoing.NotPublicException;
import app.leeway.outgoing.PublicAddress;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Stewards say who is called, and take it back. */
@ApplicationScoped
public class KeepingWebhooks {

    /**
     * @param secret by which the receiver checks the signatures; shown this once
     */
    public record Added(Webhook webhook, String secret) {}

    private static final int MOST = 20;
    private static final int SECRET_BYTES = 32;
    private static final Pattern EVENT = Pattern.compile("([a-z-]{1,40})\\.(\\*|[a-z-]{1,40})");
    private static final String ADD =
            """
            INSERT INTO webhook (id, url, events, secret, state, made_by, made_at, after_seq)
            SELECT :id, :url, :events, :secret, 'active', :person, :now, seq
              FROM audit_head WHERE (SELECT count(*) FROM webhook) < :most
            """;

    private final SecureRandom random = new SecureRandom();

    @Inject Jdbi jdbi;

    @Inject Clock clock;
    @Inject Access access;
    @Inject PublicAddress addresses;
    @Inject Webhooks webhooks;
    @Inject AuditTrail trail;
    @Inject AuditSubjects subjects;

    /**
     * Told of what happens from now on.
     *
     * @throws RefusedException NOT_ALLOWED for whoever is no steward; INVALID for an address that
     *     nothing is sent to, or events there are not; WRONG_STATE when there are twenty already
     */
    @Transactional
    public Added add(Actor actor, String url, List<String> events) {
        access.require(actor, Role.STEWARD);
        mustBePublic(url);
        mustBeKnown(events);
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        int added =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(ADD)
                                        .bind("id", id)
                                        .bind("url", url.trim())
                                        .bindArray("events", String.class, events)
                                        .bind("secret", secret)
                                        .bind("person", actor.personId())
                                        .bind("now", clock.instant())
                                        .bind("most", MOST)
                                        .execute());
        if (added == 0) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "There are " + MOST + " webhooks already.");
        }
        note(actor, "webhook.added", id, events);
        return new Added(webhooks.get(actor, id), WebhookSignature.said(secret));
    }

    /**
     * Called no more; its deliveries go with it.
     *
     * @throws RefusedException NOT_ALLOWED, or NOT_FOUND
     */
    @Transactional
    public void remove(Actor actor, UUID id) {
        access.require(actor, Role.STEWARD);
        int removed =
                jdbi.withHandle(handle -> handle.execute("DELETE FROM webhook WHERE id = ?", id));
        if (removed == 0) {
            throw Webhooks.missing("webhook", id);
        }
        note(actor, "webhook.removed", id, List.of());
    }

    private void mustBePublic(String url) {
        try {
            addresses.of(url);
        } catch (NotPublicException e) {
            throw RefusedException.invalid("url", e.code(), e.getMessage());
        }
    }

    private void mustBeKnown(List<String> events) {
        List<String> published = subjects.published();
        boolean known =
                events.stream()
                        .map(EVENT::matcher)
                        .allMatch(event -> event.matches() && published.contains(event.group(1)));
        if (events.isEmpty() || !known) {
            throw RefusedException.invalid(
                    "events",
                    "unknown-event",
                    "events are such as gesture.*, approval.* or approval.declined");
        }
    }

    private void note(Actor actor, String what, UUID id, List<String> events) {
        JsonArrayBuilder told = JsonParts.array();
        events.forEach(told::add);
        String after = JsonParts.object().add("events", told).build().toString();
        trail.append(
                List.of(
                        new AuditNote(
                                actor.personId(),
                                what,
                                id.toString(),
                                null,
                                events.isEmpty() ? null : after)));
    }
}
