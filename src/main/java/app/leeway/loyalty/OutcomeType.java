package app.leeway.loyalty;

import app.leeway.shared.Complaint;
import app.leeway.shared.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a customer can do later, and what must be said of it. */
public enum OutcomeType {
    PURCHASE("amount"),
    /** Something bought was given back; its amount is more than nothing. */
    RETURN("amount"),
    RENEWAL,
    CHURN,
    TIER_CHANGE("tier"),
    POINTS("points"),
    REFERRAL,
    COMPLAINT,
    /** Would they recommend us, 0 to 10. */
    NPS("score"),
    /** Were they satisfied, 1 to 5. */
    CSAT("score"),
    /** An entry of before did not happen. */
    REVERSAL("reverses");

    private final List<String> needed;

    OutcomeType(String... needed) {
        this.needed = List.of(needed);
    }

    /** {@code tier-change}: how it stands in messages, files and the store. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OutcomeType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** All codes, as a message lists them. */
    public static String[] codes() {
        return Arrays.stream(values()).map(OutcomeType::code).toArray(String[]::new);
    }

    /** What such an outcome lacks, or says though it means nothing here. */
    List<Violation> problems(Outcome outcome) {
        List<Violation> problems = new ArrayList<>();
        need(problems, "amount", outcome.amount(), this == RENEWAL);
        need(problems, "tier", outcome.tier(), false);
        need(problems, "points", outcome.points(), false);
        need(problems, "score", outcome.score(), false);
        need(problems, "reverses", this == REVERSAL ? outcome.replaces() : null, false);
        if (outcome.category() != null && !isMoney()) {
            problems.add(new Violation("category", misplaced("category")));
        }
        int least = this == CSAT ? 1 : 0;
        int most = this == CSAT ? 5 : 10;
        if (outcome.score() != null
                && needed.contains("score")
                && (outcome.score() < least || outcome.score() > most)) {
            problems.add(
                    new Violation(
                            "score", Complaint.of("out-of-range.score", code(), least, most)));
        }
        return problems;
    }

    private boolean isMoney() {
        return this == PURCHASE || this == RETURN || this == RENEWAL;
    }

    private void need(List<Violation> problems, String field, Object value, boolean optional) {
        if (value == null && needed.contains(field)) {
            problems.add(new Violation(field, Complaint.of("missing.outcome", field, code())));
        } else if (value != null && !optional && !needed.contains(field)) {
            problems.add(new Violation(field, misplaced(field)));
        }
    }

    private Complaint misplaced(String field) {
        return Complaint.of("misplaced.outcome", field, code());
    }
}
