package app.leeway.organization.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/**
 * Binds a person of the company file to the identity provider's subject, at their first sign-in and
 * never again.
 */
@ApplicationScoped
class BindingPeople {

    /**
     * @param language sv or en, or null where they have not chosen
     * @param revision of the company at that moment; 0 while there is none
     */
    record Bound(long personId, String language, long revision) {}

    @PersistenceContext EntityManager store;

    /**
     * By user name, for somebody who was never bound; kept whatever becomes of the request.
     *
     * @return empty when the company has no such person, or another subject has taken the name
     */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Bound> bind(String sub, String userName) {
        store.createNativeQuery(
                        "UPDATE person SET sub = ?1 WHERE user_name = ?2 AND sub IS NULL AND active")
                .setParameter(1, sub)
                .setParameter(2, userName)
                .executeUpdate();
        return bySubject(sub); // one of two first requests at once waits here, then finds it
    }

    /** Whom an earlier sign-in bound. */
    @Transactional
    Optional<Bound> bySubject(String sub) {
        List<?> found =
                store.createNativeQuery(
                                "SELECT id, language, coalesce((SELECT revision FROM company), 0)"
                                        + " FROM person WHERE sub = ?1")
                        .setParameter(1, sub)
                        .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(
                        row ->
                                new Bound(
                                        ((Number) row[0]).longValue(),
                                        (String) row[1],
                                        ((Number) row[2]).longValue()))
                .findFirst();
    }
}
