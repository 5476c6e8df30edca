package app.leeway.gesture;

import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Question;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Spelling;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import javax.sql.DataSource;

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
            "SELECT c.revision, c.currency,"
                    + " array(SELECT key FROM idempotent_answer WHERE key = ANY (?)) AS taken, "
                    + GestureRecord.COLUMNS
                    + " FROM company c LEFT JOIN gesture g ON g.id = ANY (?)";
    private static final String CUSTOMERS =
            "SELECT l.code, c.id, c.tier, c.price_level FROM unnest(?::text[], ?::text[]) AS l (code, key),"
                    + " LATERAL (SELECT * FROM customer WHERE code = l.code OR code_key = l.key"
                    + " ORDER BY code = l.code DESC LIMIT 1) c";
    private static final String LOCK =
            "SELECT count(pg_advisory_xact_lock(k)) FROM (SELECT k FROM unnest(?::bigint[]) k ORDER BY k) s";

    private static final String SPLIT =
            "INSERT INTO gesture (id, fingerprint_version, fingerprint, kind, category, outreach, roles, place, site, person_id,"
                    + " customer_id, tier, visit, visit_key, touchpoint, moment, occasion, damage_minor, minutes,"
                    + " distance_metres, first_cost_minor, cost_minor, done, judged_for, received_at, state,"
                    + " first_state, review, outcome, verdict, held_until, incident, price_level, salt)"
                    + " SELECT ?, fingerprint_version, fingerprint, kind, category, outreach, roles, place, site, person_id,"
                    + " customer_id, tier, visit, visit_key, touchpoint, moment, occasion, damage_minor, minutes,"
                    + " distance_metres, ?, ?, done, judged_for, received_at, 'awaiting-approval',"
                    + " 'awaiting-approval', review, outcome, verdict, held_until, incident, price_level, ? FROM gesture WHERE id = ?"
                    + " RETURNING person_id, place, site, kind, category, customer_id";
    private static final String SPLIT_BENDS =
            "INSERT INTO gesture_bend (gesture_id, clause)"
                    + " SELECT ?, clause FROM gesture_bend WHERE gesture_id = ?";

    private static final String[] COLUMNS = {
        "id uuid",
        "fingerprint_version smallint",
        "fingerprint bytea",
        "kind text",
        "category text",
        "outreach boolean",
        "roles text",
        "place text",
        "site text",
        "person_id bigint",
        "customer_id bigint",
        "tier text",
        "visit text",
        "visit_key text",
        "touchpoint text",
        "moment text",
        "occasion text",
        "damage_minor bigint",
        "minutes int",
        "distance_metres int",
        "first_cost_minor bigint",
        "cost_minor bigint",
        "done boolean",
        "judged_for timestamptz",
        "received_at timestamptz",
        "state text",
        "first_state text",
        "review text",
        "outcome text",
        "verdict text",
        "held_until timestamptz",
        "incident text",
        "price_level text",
        "salt bytea",
        "late boolean",
        "late_reason text",
        "told_at timestamptz",
        "booked_on timestamptz",
    };

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    Known known(List<PendingCommit> members) {
        Object[] ids = members.stream().map(PendingCommit::id).toArray();
        Object[] codes =
                members.stream()
                        .map(m -> m.request().customer())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECORDED)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            select.setArray(2, connection.createArrayOf("uuid", ids));
            Set<UUID> taken = Set.of();
            Map<UUID, GestureRecord> recorded = new HashMap<>();
            long revision = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    revision = row.getLong("revision");
                    taken = Set.of((UUID[]) row.getArray("taken").getArray());
                    if (row.getObject("id") != null) {
                        GestureRecord one = GestureRecord.read(row, row.getString("currency"));
                        recorded.put(one.id(), one);
                    }
                }
            }
            return new Known(
                    revision,
                    recorded,
                    codes.length == 0 ? Map.of() : customers(connection, codes),
                    taken);
        } catch (SQLException e) {
            throw new IllegalStateException("what is known could not be read", e);
        }
    }

    /** What was recorded under an id before, if anything. */
    @Transactional(TxType.REQUIRED)
    Optional<GestureRecord> recorded(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECORDED)) {
            Array ids = connection.createArrayOf("uuid", new Object[] {id});
            select.setArray(1, ids);
            select.setArray(2, ids);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getObject("id") != null
                        ? Optional.of(GestureRecord.read(row, row.getString("currency")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + id + " could not be looked up", e);
        }
    }

    /**
     * @throws RefusedException INVALID when the code is unknown; null for no code
     */
    @Transactional(TxType.REQUIRED)
    ResolvedRequest.KnownCustomer customer(String code) {
        if (code == null) {
            return null;
        }
        try (Connection connection = database.getConnection()) {
            return known(customers(connection, new Object[] {code}), code);
        } catch (SQLException e) {
            throw new IllegalStateException("customer " + code + " could not be read", e);
        }
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

    private static Map<String, ResolvedRequest.KnownCustomer> customers(
            Connection connection, Object[] codes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CUSTOMERS)) {
            select.setArray(1, connection.createArrayOf("text", codes));
            Object[] keys = Arrays.stream(codes).map(c -> Spelling.key((String) c)).toArray();
            select.setArray(2, connection.createArrayOf("text", keys));
            Map<String, ResolvedRequest.KnownCustomer> customers = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    customers.put(
                            row.getString(1),
                            new ResolvedRequest.KnownCustomer(
                                    row.getLong(2), row.getString(3), row.getString(4)));
                }
            }
            return customers;
        }
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
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys that are counted by could not be taken", e);
        }
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
        byte[] salt = GestureSeal.newSalt();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(SPLIT);
                PreparedStatement bends = connection.prepareStatement(SPLIT_BENDS)) {
            insert.setObject(1, restId);
            insert.setLong(2, rest.minor());
            insert.setLong(3, rest.minor());
            insert.setBytes(4, salt);
            insert.setObject(5, id);
            ApprovalRequest goesOn;
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                goesOn =
                        new ApprovalRequest(
                                restId,
                                true,
                                row.getLong("person_id"),
                                row.getString("place"),
                                row.getString("site"),
                                row.getString("kind"),
                                row.getString("category"),
                                row.getObject("customer_id", Long.class),
                                rest,
                                now,
                                null,
                                null,
                                id);
            }
            bends.setObject(1, restId);
            bends.setObject(2, id);
            bends.executeUpdate();
            return goesOn;
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + id + " could not be split", e);
        }
    }

    /** The seal of one that is written, as it stands in the database. */
    GestureSeal seal(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT " + SealedRow.COLUMNS + " FROM gesture g WHERE g.id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return SealedRow.read(row).seal();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + id + " could not be read", e);
        }
    }

    /** Their seals, by the ids of the gestures. */
    Map<UUID, GestureSeal> write(List<Decision> decisions) {
        ArrayInsert gestures = new ArrayInsert("gesture", COLUMNS);
        ArrayInsert bends = new ArrayInsert("gesture_bend", "gesture_id uuid", "clause text");
        Map<UUID, GestureSeal> seals = new HashMap<>();
        for (Decision decision : decisions) {
            ResolvedRequest draft = decision.draft();
            byte[] salt = GestureSeal.newSalt();
            Object[] values = values(decision, salt);
            gestures.add(values);
            draft.bends().forEach(clause -> bends.add(draft.id(), clause));
            seals.put(draft.id(), GestureSeal.of(byName(values), draft.bends(), salt));
        }
        try (Connection connection = database.getConnection()) {
            gestures.write(connection);
            bends.write(connection);
            return seals;
        } catch (SQLException e) {
            throw new IllegalStateException("the gestures could not be written", e);
        }
    }

    private static Map<String, Object> byName(Object[] values) {
        Map<String, Object> columns = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            columns.put(COLUMNS[i].substring(0, COLUMNS[i].indexOf(' ')), values[i]);
        }
        return columns;
    }

    private static Object[] values(Decision decision, byte[] salt) {
        ResolvedRequest draft = decision.draft();
        GestureRequest request = draft.request();
        Fingerprint fingerprint = Fingerprint.of(request);
        Answer answer = decision.answer();
        return new Object[] {
            draft.id(),
            fingerprint.version(),
            fingerprint.digest(),
            draft.kind().code(),
            draft.kind().category(),
            draft.kind().outreach(),
            String.join(",", draft.roleCodes()),
            draft.place(),
            draft.site(),
            draft.actor().personId(),
            decision.proposal().customer(),
            decision.proposal().tier(),
            request.visit(),
            decision.proposal().visit(),
            request.touchpoint(),
            request.moment(),
            request.occasion(),
            request.damage() == null ? null : request.damage().minor(),
            request.minutes(),
            request.distanceMetres(),
            draft.cost().minor(),
            draft.cost().minor(),
            request.done(),
            draft.judgedFor(),
            draft.receivedAt(),
            decision.state().code(),
            decision.state().code(),
            answer.review() == null ? null : answer.review().code(),
            answer.outcome().name(),
            StoredAnswer.of(answer).written(draft.premises().organization()),
            answer.heldUntil(),
            draft.incident(),
            decision.priceLevel(),
            salt,
            draft.booking().isLate(),
            draft.booking().isLate() ? request.lateReason() : null,
            draft.toldAt(),
            draft.bookedOn()
        };
    }
}
