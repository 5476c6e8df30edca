package app.leeway.customer;

import app.leeway.shared.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All customers, found by their code or by whatever they can say. */
@ApplicationScoped
public class Customers {

    private static final int WORDS_MAX = 8;
    static final String FINDING =
            "SELECT * FROM customer WHERE words @@ CAST(?1 AS tsquery)"
                    + " ORDER BY lower(code) = lower(?2) DESC, name, code";

    @PersistenceContext EntityManager store;

    /**
     * @param code in any spelling; of customers who differ in nothing else, the one who is spelled
     *     so
     */
    public Optional<Customer> byCode(String code) {
        List<CustomerRow> found =
                store.createQuery(
                                "select c from CustomerRow c where c.code = :code or c.codeKey = :key",
                                CustomerRow.class)
                        .setParameter("code", code)
                        .setParameter("key", Spelling.key(code))
                        .getResultList();
        return found.stream()
                .min(Comparator.comparing(row -> !row.code.equals(code)))
                .map(CustomerRow::customer);
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
        List<List<String>> asked = SearchTerms.asked(said).stream().limit(WORDS_MAX).toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<?> found =
                store.createNativeQuery(FINDING, CustomerRow.class)
                        .setParameter(1, query(asked))
                        .setParameter(2, said.strip())
                        .setMaxResults(limit)
                        .getResultList();
        return found.stream().map(CustomerRow.class::cast).map(CustomerRow::customer).toList();
    }

    /** {@code ('070':* | '4670':*) & 'falk':*}; words are letters and digits only. */
    static String query(List<List<String>> asked) {
        return asked.stream()
                .map(
                        any ->
                                any.stream()
                                        .map(prefix -> "'" + prefix + "':*")
                                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }
}
