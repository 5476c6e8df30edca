package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.LocalDate;

/**
 * One rule that had something to say.
 *
 * @param rule code of the guardrail, clause or budget, or {@link #NO_RULES}, {@link #NO_CUSTOMER}
 * @param type which of these it is
 * @param revision of the guardrail; null for others
 * @param message a whole sentence that names the figure
 */
public record Reason(
        Type type, String rule, Integer revision, Outcome outcome, LocalizedText message) {

    /** It happened before any rule was in force. */
    public static final String NO_RULES = "no-rules-in-force";

    /** The kind needs a customer and none was named. */
    public static final String NO_CUSTOMER = "customer-unknown";

    /** It is told of longer after it happened than the company lets pass by itself. */
    public static final String LONG_AGO = "long-ago";

    private static final LocalizedText COUNTS_TWICE =
            new LocalizedText(
                    "Det som loggas i efterhand räknas även den dag det loggas.",
                    "A late entry also counts on the day it is logged.");

    /** What kind of rule spoke. */
    public enum Type {
        GUARDRAIL,
        CLAUSE,
        BUDGET,
        RECORD
    }

    /** A kind that needs a customer was done without naming one: recorded, and looked at. */
    public static Reason customerUnknown(LocalizedText kindName) {
        return new Reason(
                Type.RECORD,
                NO_CUSTOMER,
                null,
                Outcome.ASK,
                new LocalizedText(
                        kindName.sv()
                                + " behöver en kund, men ingen angavs;"
                                + " någon tittar på det.",
                        kindName.en()
                                + " needs a customer, but none was named;"
                                + " somebody takes a look."));
    }

    /**
     * A late entry that is older than the company lets pass: recorded, and a manager says yes.
     *
     * @param days how old it may be
     */
    public static Reason longAgo(Proposal proposal, int days) {
        LocalDate day = day(proposal);
        return new Reason(
                Type.RECORD,
                LONG_AGO,
                null,
                Outcome.ASK,
                new LocalizedText(
                        "Hände "
                                + day
                                + ", för mer än "
                                + (days == 1 ? "en dag" : days + " dagar")
                                + " sedan; chefen tittar på det.",
                        "Happened on "
                                + day
                                + ", more than "
                                + (days == 1 ? "a day" : days + " days")
                                + " ago; the manager takes a look."));
    }

    private static LocalDate day(Proposal proposal) {
        return LocalDate.ofInstant(proposal.judgedFor(), proposal.zone());
    }

    static Reason noRules(Proposal proposal) {
        LocalDate day = day(proposal);
        return new Reason(
                Type.RECORD,
                NO_RULES,
                null,
                Outcome.ASK,
                new LocalizedText(
                        "Inga regler gällde " + day + "; någon tittar på det.",
                        "No rules held on " + day + "; somebody takes a look."));
    }

    static Reason of(Guardrail guardrail, Proposal proposal, Facts facts) {
        boolean cumulative = guardrail.measure().isCumulative();
        Usage before = cumulative ? facts.tally(guardrail) : Usage.NOTHING;
        LocalizedText said = ReasonText.of(guardrail, proposal, before);
        boolean countsTwice = cumulative && proposal.toldAt() != null;
        return new Reason(
                Type.GUARDRAIL,
                guardrail.code(),
                guardrail.revision(),
                guardrail.otherwise(),
                countsTwice ? said.then(COUNTS_TWICE) : said);
    }

    static Reason of(Clause clause) {
        return new Reason(Type.CLAUSE, clause.code(), null, clause.outcome(), clause.message());
    }

    static Reason of(Headroom room, Money cost) {
        return new Reason(Type.BUDGET, room.budget(), null, room.exhausted(), room.message(cost));
    }
}
