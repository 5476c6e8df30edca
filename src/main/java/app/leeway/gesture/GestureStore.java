package app.leeway.gesture;

import static java.util.stream.Collectors.toSet;

import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Question;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Spelling;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Where gestures are written, many at a time, in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GestureStore {

    /**
     * What the database knows of a batch before it is judged.
     *
     * @param revision of the company, in this transaction
     * @param recorded gestures that were written before
     * @param customers by code as the members spell it
     * @param taken keys that are no gestures, but were used for other requests
     */
    record Known(
            long revision,
            Map<UUID, GestureRecord> recorded,
            Map<String, ResolvedRequest.KnownCustomer> customers,
            Set<UUID> taken) {}

    private static final String RECORDED =
            """
            SELECT c.revision, c.currency,
                   array(SELECT key FROM idempotent_answer WHERE key = ANY (:ids)) AS taken,
            """
                    + GestureRecord.COLUMNS
                    + "FROM company c LEFT JOIN gesture g ON g.id = ANY (:ids)";
    private static final String CUSTOMERS =
            """
            SELECT l.code, c.id, c.tier, c.price_level
              FROM unnest(:codes, :keys) AS l (code, key),
                   LATERAL (SELECT * FROM customer WHERE code = l.code OR code_key = l.key
                             ORDER BY code = l.code DESC LIMIT 1) c
            """;
    private static final String LOCK =
            """
            SELECT count(pg_advisory_xact_lock(k))
              FROM (SELECT k FROM unnest(:numbers) k ORDER BY k) s
            """;
    private static final String SPLIT =
            GestureColumns.copy(
                            Map.ofEntries(
                                    Map.entry("id", ":restId"),
                                    Map.entry("first_cost_minor", ":cost"),
                                    Map.entry("cost_minor", ":cost"),
                                    Map.entry("state", "'awaiting-approval'"),
                                    Map.entry("first_state", "'awaiting-approval'"),
                                    Map.entry("salt", ":salt"),
                                    Map.entry("late", "false"),
                                    Map.entry("late_reason", "NULL"),
                                    Map.entry("told_at", "NULL"),
                                    Map.entry("booked_on", "NULL")),
                            "id")
                    + " RETURNING person_id, place, site, kind, category, customer_id";
    private static final String SPLIT_BENDS =
            """
            INSERT INTO gesture_bend (gesture_id, clause)
            SELECT :restId, clause FROM gesture_bend WHERE gesture_id = :id
            """;

    /** A customer, by the code as it was asked for. */
    private record Found(String code, ResolvedRequest.KnownCustomer customer) {

        static Found read(RowView row) {
            return new Found(
                    row.getColumn("code", String.class),
                    new ResolvedRequest.KnownCustomer(
                            row.getColumn("id", Long.class),
                            row.getColumn("tier", String.class),
                            row.getColumn("price_level", String.class)));
        }
    }

    @Inject Jdbi jdbi;

    Known known(List<PendingCommit> members) {
        List<UUID> ids = members.stream().map(PendingCommit::id).toList();
        Set<String> codes =
                members.stream()
                        .map(member -> member.request().customer())
                        .filter(Objects::nonNull)
                        .collect(toSet());
        Known nothing = new Known(0, new HashMap<>(), customers(codes), Set.of());
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(RECORDED)
                                .bindArray("ids", UUID.class, ids)
                                .reduceRows(nothing, GestureStore::withRow));
    }

    private static Known withRow(Known before, RowView row) {
        if (row.getColumn("id", UUID.class) != null) {
            GestureRecord one = record(row);
            before.recorded().put(one.id(), one);
        }
        return new Known(
                row.getColumn("revision", Long.class),
                before.recorded(),
                before.customers(),
                Set.of(row.getColumn("taken", UUID[].class)));
    }

    private static GestureRecord record(RowView row) {
        return GestureRecord.read(row, row.getColumn("currency", String.class));
    }

    /** What was recorded under an id before, if anything. */
    @Transactional(TxType.REQUIRED)
    Optional<GestureRecord> recorded(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT c.currency, "
                                                + GestureRecord.COLUMNS
                                                + "FROM company c, gesture g WHERE g.id = :id")
                                .bind("id", id)
                                .map(GestureStore::record)
                                .findOne());
    }

    /**
     * @throws RefusedException INVALID when the code is unknown; null for no code
     */
    @Transactional(TxType.REQUIRED)
    ResolvedRequest.KnownCustomer customer(String code) {
        return code == null ? null : known(customers(Set.of(code)), code);
    }

    /**
     * @throws RefusedException INVALID when the code is not among them; null for no code
     */
    static ResolvedRequest.KnownCustomer known(
            Map<String, ResolvedRequest.KnownCustomer> customers, String code) {
        ResolvedRequest.KnownCustomer customer = code == null ? null : customers.get(code);
        if (code != null && customer == null) {
            throw RefusedException.invalid(
                    "customer", "unknown-customer", "there is no customer '" + code + "'");
        }
        return customer;
    }

    private Map<String, ResolvedRequest.KnownCustomer> customers(Set<String> codes) {
        Map<String, ResolvedRequest.KnownCustomer> customers = new HashMap<>();
        if (!codes.isEmpty()) {
            List<String> asTyped = List.copyOf(codes);
            jdbi.useHandle(
                    handle ->
                            handle.createQuery(CUSTOMERS)
                                    .bindArray("codes", String.class, asTyped)
                                    .bindArray(
                                            "keys",
                                            String.class,
                                            asTyped.stream().map(Spelling::key).toList())
                                    .map(Found::read)
                                    .forEach(
                                            found ->
                                                    customers.put(found.code(), found.customer())));
        }
        return customers;
    }

    /**
     * Makes whoever counts by one of the same keys wait until this transaction ends, also on
     * another server: two gestures for one customer in the same instant do not both slip below a
     * limit.
     */
    void lockKeys(Collection<Question> questions) {
        lockKeys(questions, List.of());
    }

    /**
     * @param gestures that count where nothing is asked about them: taken with all their keys
     */
    void lockKeys(Collection<Question> questions, List<Keys> gestures) {
        Stream<Long> asked =
                questions.stream()
                        .map(q -> lockNumber(q.guardrail().measure().key(), q.keyValue()));
        Stream<Long> counted = gestures.stream().flatMap(keys -> keys.numbers().stream());
        lock(Stream.concat(asked, counted).distinct().toList());
    }

    /** What one gesture is counted by; null for what it has not. */
    record Keys(long staff, Long customer, String visit, String site) {

        private List<Long> numbers() {
            Map<Measure.Key, Object> keys = new EnumMap<>(Measure.Key.class);
            keys.put(Measure.Key.STAFF, staff);
            keys.put(Measure.Key.CUSTOMER, customer);
            keys.put(Measure.Key.VISIT, visit);
            keys.put(Measure.Key.SITE, site);
            List<Long> numbers = new ArrayList<>();
            keys.forEach(
                    (key, value) -> {
                        if (value != null) {
                            numbers.add(lockNumber(key, value.toString()));
                        }
                    });
            return numbers;
        }
    }

    /** The same for all that these gestures are counted by. */
    void lockKeys(List<Keys> gestures) {
        lock(gestures.stream().flatMap(keys -> keys.numbers().stream()).distinct().toList());
    }

    private void lock(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        jdbi.useHandle(
                handle ->
                        handle.createQuery(LOCK)
                                .bindArray("numbers", Long.class, numbers)
                                .mapTo(Long.class)
                                .one());
    }

    /** FNV-1a, 64 bits: two keys with one number only wait for each other needlessly. */
    private static Long lockNumber(Measure.Key of, String value) {
        String key = of + " " + value;
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** A gesture like another, which waits for the rest of what that one asked for. */
    ApprovalRequest split(UUID id, UUID restId, Money rest, Instant now) {
        return jdbi.withHandle(
                handle -> {
                    ApprovalRequest goesOn =
                            handle.createQuery(SPLIT)
                                    .bind("restId", restId)
                                    .bind("cost", rest.minor())
                                    .bind("salt", GestureSeal.newSalt())
                                    .bind("id", id)
                                    .map(row -> forTheRest(row, id, restId, rest, now))
                                    .one();
                    handle.createUpdate(SPLIT_BENDS)
                            .bind("restId", restId)
                            .bind("id", id)
                            .execute();
                    return goesOn;
                });
    }

    private static ApprovalRequest forTheRest(
            RowView row, UUID id, UUID restId, Money rest, Instant now) {
        return new ApprovalRequest(
                restId,
                true,
                row.getColumn("person_id", Long.class),
                row.getColumn("place", String.class),
                row.getColumn("site", String.class),
                row.getColumn("kind", String.class),
                row.getColumn("category", String.class),
                row.getColumn("customer_id", Long.class),
                rest,
                now,
                null,
                null,
                id);
    }

    /** The seal of one that is written, as it stands in the database. */
    GestureSeal seal(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + SealedRow.COLUMNS
                                                + " FROM gesture g WHERE g.id = :id")
                                .bind("id", id)
                                .map(SealedRow::read)
                                .one()
                                .seal());
    }

    /** Their seals, by the ids of the gestures. */
    Map<UUID, GestureSeal> write(List<Decision> decisions) {
        ArrayInsert gestures = new ArrayInsert("gesture", GestureColumns.DECLARED);
        ArrayInsert bends = new ArrayInsert("gesture_bend", "gesture_id uuid", "clause text");
        Map<UUID, GestureSeal> seals = new HashMap<>();
        for (Decision decision : decisions) {
            ResolvedRequest draft = decision.draft();
            byte[] salt = GestureSeal.newSalt();
            Object[] values = GestureColumns.values(decision, salt);
            gestures.add(values);
            draft.bends().forEach(clause -> bends.add(draft.id(), clause));
            seals.put(
                    draft.id(), GestureSeal.of(GestureColumns.byName(values), draft.bends(), salt));
        }
        jdbi.useHandle(
                handle -> {
                    gestures.write(handle);
                    bends.write(handle);
                });
        return seals;
    }
}
