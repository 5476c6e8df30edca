package app.leeway.gesture;

import app.leeway.organization.Organization;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.Spelling;
import app.leeway.shared.jdbc.Conditions;
import java.util.Objects;

/** The conditions of a list of gestures: what is wanted, within what may be seen. */
final class GestureQuery {

    private GestureQuery() {}

    static Conditions of(GestureFilter filter, VisibleScope reach, Organization organization) {
        Conditions conditions = new Conditions();
        if (!reach.everything()) {
            conditions
                    .bind("viewer", reach.personId())
                    .and("(g.person_id = :viewer OR g.place = ANY (:seen))", "seen", reach.units());
        }
        if (filter.unit() != null) {
            conditions.and(
                    "g.place = ANY (:within)", "within", organization.downwards(filter.unit()));
        }
        if (filter.customer() != null) {
            conditions
                    .bind("customer", filter.customer())
                    .and(
                            "g.customer_id = (SELECT id FROM customer"
                                    + " WHERE code = :customer OR code_key = :customerKey"
                                    + " ORDER BY code = :customer DESC LIMIT 1)",
                            "customerKey",
                            Objects.requireNonNullElse(Spelling.key(filter.customer()), ""));
        }
        if (filter.late()) {
            conditions.and("g.late");
        }
        return conditions
                .andIfGiven("g.kind = :kind", "kind", filter.kind())
                .andIfGiven("p.user_name = :staff", "staff", filter.staff())
                .andIfGiven(
                        "g.state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().code())
                .andIfGiven(
                        "g.review = :review",
                        "review",
                        filter.review() == null ? null : filter.review().code())
                .andIfGiven(
                        "g.outcome = :outcome",
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name())
                .andIfGiven(
                        "EXISTS (SELECT 1 FROM gesture_bend x"
                                + " WHERE x.gesture_id = g.id AND x.clause = :clause)",
                        "clause",
                        filter.clause())
                .andIfGiven("g.judged_for >= :from", "from", filter.from())
                .andIfGiven("g.judged_for < :until", "until", filter.until());
    }
}
