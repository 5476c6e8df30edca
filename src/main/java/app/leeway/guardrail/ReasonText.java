package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.MoneyFormat;
import app.leeway.shared.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a guardrail that speaks is said to people: a whole sentence that names the limit and how far
 * this gesture goes, in words that a new employee knows.
 */
final class ReasonText {

    private static final LocalizedText ANY_GESTURE =
            new LocalizedText("Alla gester", "Any gesture");
    private static final LocalizedText ALL_GESTURES =
            new LocalizedText("Alla gester tillsammans", "All gestures together");
    private static final LocalizedText OUTREACH =
            new LocalizedText("Kontakt från vår sida", "Contact from our side");
    private static final Map<String, LocalizedText> CATEGORIES =
            Map.of(
                    "delight", new LocalizedText("Guldkant", "Delight"),
                    "care", new LocalizedText("Omtanke", "Care"),
                    "recovery", new LocalizedText("Gottgörelse", "Recovery"));
    private static final Map<Measure.Key, LocalizedText> KEYS =
            Map.of(
                    Measure.Key.GESTURE, new LocalizedText("gest", "gesture"),
                    Measure.Key.STAFF, new LocalizedText("person", "person"),
                    Measure.Key.CUSTOMER, new LocalizedText("kund", "customer"),
                    Measure.Key.VISIT, new LocalizedText("besök", "visit"),
                    Measure.Key.SITE, new LocalizedText("ställe", "site"));
    private static final Map<Period, LocalizedText> PERIODS =
            Map.of(
                    Period.DAY, new LocalizedText("dag", "day"),
                    Period.WEEK, new LocalizedText("vecka", "week"),
                    Period.MONTH, new LocalizedText("månad", "month"),
                    Period.QUARTER, new LocalizedText("kvartal", "quarter"),
                    Period.YEAR, new LocalizedText("år", "year"));

    private final Guardrail guardrail;
    private final Measure measure;
    private final Proposal proposal;

    private ReasonText(Guardrail guardrail, Proposal proposal) {
        this.guardrail = guardrail;
        this.measure = guardrail.measure();
        this.proposal = proposal;
    }

    /**
     * @param before what it has counted; of no interest unless it is cumulative
     */
    static LocalizedText of(Guardrail guardrail, Proposal proposal, Usage before) {
        ReasonText wording = new ReasonText(guardrail, proposal);
        boolean nothing = guardrail.bound() == 0;
        return switch (guardrail.measure().type()) {
            case FORBIDDEN -> wording.always();
            case COUNT -> nothing ? wording.always() : wording.count(before.count() + 1);
            case AMOUNT -> wording.amount();
            case SUM ->
                    guardrail.measure().isCumulative()
                            ? wording.sum(before.plus(proposal.cost().minor()).sumMinor())
                            : wording.amount();
        };
    }

    private LocalizedText always() {
        LocalizedText about = about(ANY_GESTURE);
        return switch (guardrail.otherwise()) {
            case STOP -> texts(about, ": ges inte.", ": not to be given.");
            case ASK -> texts(about, ": fråga alltid först.", ": always ask first.");
            default -> texts(about, ": chefen får alltid veta.", ": the manager is always told.");
        };
    }

    private LocalizedText amount() {
        LocalizedText cost = MoneyFormat.money(proposal.cost());
        LocalizedText ends =
                new LocalizedText(
                        "; den här är " + cost.sv() + ".", "; this one is " + cost.en() + ".");
        LocalizedText about = about(ANY_GESTURE);
        if (guardrail.bound() == 0) {
            return texts(about, whenItCosts().sv() + ends.sv(), whenItCosts().en() + ends.en());
        }
        LocalizedText limit = money(guardrail.bound());
        String each = about == ANY_GESTURE ? "" : " per gesture";
        return texts(
                about,
                " upp till " + limit.sv() + " per gest" + ends.sv(),
                " up to " + limit.en() + each + ends.en());
    }

    private LocalizedText whenItCosts() {
        return switch (guardrail.otherwise()) {
            case STOP -> new LocalizedText(": får inte kosta något", ": may not cost anything");
            case ASK ->
                    new LocalizedText(
                            ": fråga först om det kostar något",
                            ": ask first when it costs anything");
            default ->
                    new LocalizedText(
                            ": chefen får veta om det kostar något",
                            ": the manager is told when it costs anything");
        };
    }

    private LocalizedText sum(long totalMinor) {
        LocalizedText limit = money(guardrail.bound());
        LocalizedText total = money(totalMinor);
        LocalizedText counted = counted();
        return texts(
                about(ALL_GESTURES),
                " upp till "
                        + limit.sv()
                        + counted.sv()
                        + "; med den här blir det "
                        + total.sv()
                        + ".",
                " up to "
                        + limit.en()
                        + counted.en()
                        + "; with this one it would be "
                        + total.en()
                        + ".");
    }

    private LocalizedText count(long number) {
        long most = guardrail.bound();
        LocalizedText counted = counted();
        return texts(
                about(ALL_GESTURES),
                " högst "
                        + most
                        + (most == 1 ? " gång" : " gånger")
                        + counted.sv()
                        + "; den här blir nummer "
                        + number
                        + ".",
                " at most "
                        + (most == 1 ? "once" : most + " times")
                        + counted.en()
                        + "; this one would be number "
                        + number
                        + ".");
    }

    /** What the guardrail is about: the kind by its name, else a wider word. */
    private LocalizedText about(LocalizedText anything) {
        Scope when = guardrail.when();
        if (when.kind() != null) {
            return proposal.kindName();
        }
        if (when.category() != null) {
            return CATEGORIES.getOrDefault(when.category(), LocalizedText.same(when.category()));
        }
        return Boolean.TRUE.equals(when.outreach()) ? OUTREACH : anything;
    }

    /** {@code per customer in 30 days}. */
    private LocalizedText counted() {
        LocalizedText key = KEYS.get(measure.key());
        LocalizedText perKey = new LocalizedText(" per " + key.sv(), " per " + key.en());
        if (measure.per() != null) {
            LocalizedText period = PERIODS.get(measure.per());
            return texts(perKey, " och " + period.sv(), " per " + period.en());
        }
        if (measure.within() != null) {
            return texts(perKey, " på " + stretch().sv(), " in " + stretch().en());
        }
        return measure.key() == Measure.Key.VISIT
                ? perKey
                : texts(perKey, " sammanlagt", " in all");
    }

    /** {@code 1 month 14 days}. */
    private LocalizedText stretch() {
        java.time.Period within = measure.within();
        List<LocalizedText> parts = new ArrayList<>();
        if (within.getYears() > 0) {
            parts.add(many(within.getYears(), "år", "år", "year"));
        }
        if (within.getMonths() > 0) {
            parts.add(many(within.getMonths(), "månad", "månader", "month"));
        }
        if (within.getDays() > 0) {
            parts.add(many(within.getDays(), "dag", "dagar", "day"));
        }
        return parts.stream().reduce(LocalizedText::then).orElseThrow();
    }

    private static LocalizedText many(int number, String one, String several, String english) {
        return new LocalizedText(
                number + " " + (number == 1 ? one : several),
                number + " " + english + (number == 1 ? "" : "s"));
    }

    private LocalizedText money(long minor) {
        return MoneyFormat.money(new Money(minor, proposal.cost().currency()));
    }

    private static LocalizedText texts(LocalizedText begins, String sv, String en) {
        return new LocalizedText(begins.sv() + sv, begins.en() + en);
    }
}
