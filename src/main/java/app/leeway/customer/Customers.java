package app.leeway.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All customers, found by their code or by whatever they can say. */
@ApplicationScoped
public class Customers {

    private static final int WORDS_MAX = 8;
    private static final String LAST = "\uffff"; // sorts after every letter and digit

    @PersistenceContext EntityManager store;

    public Optional<Customer> byCode(String code) {
        return store.createQuery(
                        "select c from CustomerRow c where c.code = :code", CustomerRow.class)
                .setParameter("code", code)
                .getResultStream()
                .map(CustomerRow::customer)
                .findFirst();
    }

    public Optional<Customer> byId(long id) {
        return Optional.ofNullable(store.find(CustomerRow.class, id)).map(CustomerRow::customer);
    }

    /**
     * Customers of whom every word said begins a word known of them: of the name, code, phone (in
     * any notation), e-mail or what else they are known as. Case, accents and punctuation do not
     * matter.
     *
     * @param said as typed or scanned; what lies beyond the eighth word is not looked at
     * @param limit how many at most
     * @return whose code was said first, then by name; empty when nothing was said
     */
    public List<Customer> find(String said, int limit) {
        List<List<String>> asked = Words.asked(said).stream().limit(WORDS_MAX).toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Query query = store.createNativeQuery(finding(asked), CustomerRow.class);
        query.setParameter(1, said.strip());
        int place = 2;
        for (List<String> alternatives : asked) {
            for (String prefix : alternatives) {
                query.setParameter(place++, prefix);
                query.setParameter(place++, prefix + LAST);
            }
        }
        List<?> found = query.setMaxResults(limit).getResultList();
        return found.stream().map(CustomerRow.class::cast).map(CustomerRow::customer).toList();
    }

    /** Ranges rather than LIKE: they use the index whatever plan the server keeps. */
    private static String finding(List<List<String>> asked) {
        int[] place = {2};
        return asked.stream()
                .map(
                        alternatives ->
                                IntStream.range(0, alternatives.size())
                                        .mapToObj(
                                                i ->
                                                        "w.word ~>=~ ?%d AND w.word ~<~ ?%d"
                                                                .formatted(place[0]++, place[0]++))
                                        .collect(Collectors.joining(" OR ")))
                .map(any -> "c.id IN (SELECT w.customer_id FROM customer_word w WHERE " + any + ")")
                .collect(
                        Collectors.joining(
                                " AND ",
                                "SELECT c.* FROM customer c WHERE ",
                                " ORDER BY lower(c.code) = lower(?1) DESC, c.name, c.code"));
    }
}
