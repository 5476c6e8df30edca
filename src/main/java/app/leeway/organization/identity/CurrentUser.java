package app.leeway.organization.identity;

import app.leeway.organization.Organization;
import app.leeway.organization.PeopleChanged;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who calls, remembered: asking the database anew for each request costs as much as a gesture does.
 *
 * <p>Design notice: what this server changes is forgotten at once. What another server changed is
 * seen a second later (the company), or a minute later (how somebody likes to be spoken to); a
 * subject's person never changes at all. Roles are not remembered here: they come with each token
 * or session. Whoever writes compares the company's revision again, in its own transaction.
 */
@ApplicationScoped
class CurrentUser {

    private record Seen(Organization organization, Instant at) {}

    private record Remembered(BindingPeople.Bound bound, Instant at) {}

    private static final Duration COMPANY_FOR = Duration.ofSeconds(1);
    private static final Duration PERSON_FOR = Duration.ofMinutes(1);
    private static final int MOST = 50_000;

    @Inject FindingCallers finding;

    @Inject BindingPeople binding;

    @Inject Clock clock;

    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile Seen seen;

    /**
     * @throws RefusedException NOT_A_PERSON_HERE when the company has no such person
     */
    FindingCallers.Caller find(String sub, String userName) {
        Instant now = clock.instant();
        Seen company = seen;
        Remembered person = remembered.get(sub);
        if (company != null
                && person != null
                && now.isBefore(company.at().plus(COMPANY_FOR))
                && now.isBefore(person.at().plus(PERSON_FOR))) {
            return new FindingCallers.Caller(person.bound(), company.organization());
        }
        long before = changes.get();
        FindingCallers.Caller found =
                finding.find(sub)
                        .or(() -> boundNow(sub, userName))
                        .orElseThrow(FindingCallers::unknown);
        remember(sub, found, now, before);
        return found;
    }

    /**
     * Bound in a transaction of its own, and after the one that did not find them: with one inside
     * the other, as many newcomers as there are connections would wait for each other's second.
     */
    private Optional<FindingCallers.Caller> boundNow(String sub, String userName) {
        return binding.bind(sub, userName).flatMap(bound -> finding.find(sub));
    }

    /** Not what was read while it changed. */
    private synchronized void remember(
            String sub, FindingCallers.Caller found, Instant now, long before) {
        if (changes.get() != before) {
            return;
        }
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        seen = new Seen(found.organization(), now);
        remembered.put(sub, new Remembered(found.bound(), now));
    }

    synchronized void forget(
            @Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleChanged changed) {
        changes.incrementAndGet();
        seen = null;
        remembered.clear();
    }
}
