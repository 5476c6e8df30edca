package app.leeway.guardrail;

import app.leeway.shared.Money;
import app.leeway.shared.Period;
import app.leeway.shared.Spoken;
import app.leeway.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a guardrail that speaks is said to people: a whole sentence that names the limit and how far
 * this gesture goes, in words that a new employee knows.
 */
final class Wording {

    private static final Texts ANY_GESTURE = new Texts("Alla gester", "Any gesture");
    private static final Texts ALL_GESTURES =
            new Texts("Alla gester tillsammans", "All gestures together");
    private static final Texts OUTREACH =
            new Texts("Kontakt från vår sida", "Contact from our side");
    private static final Map<String, Texts> CATEGORIES =
            Map.of(
                    "delight", new Texts("Guldkant", "Delight"),
                    "care", new Texts("Omtanke", "Care"),
                    "recovery", new Texts("Gottgörelse", "Recovery"));
    private static final Map<Measure.Key, Texts> KEYS =
            Map.of(
                    Measure.Key.GESTURE, new Texts("gest", "gesture"),
                    Measure.Key.STAFF, new Texts("person", "person"),
                    Measure.Key.CUSTOMER, new Texts("kund", "customer"),
                    Measure.Key.VISIT, new Texts("besök", "visit"),
                    Measure.Key.SITE, new Texts("ställe", "site"));
    private static final Map<Period, Texts> PERIODS =
            Map.of(
                    Period.DAY, new Texts("dag", "day"),
                    Period.WEEK, new Texts("vecka", "week"),
                    Period.MONTH, new Texts("månad", "month"),
                    Period.QUARTER, new Texts("kvartal", "quarter"),
                    Period.YEAR, new Texts("år", "year"));

    private final Guardrail guardrail;
    private final Measure measure;
    private final Proposal proposal;

    private Wording(Guardrail guardrail, Proposal proposal) {
        this.guardrail = guardrail;
        this.measure = guardrail.measure();
        this.proposal = proposal;
    }

    /**
     * @param before what it has counted; of no interest unless it is cumulative
     */
    static Texts of(Guardrail guardrail, Proposal proposal, Tally before) {
        Wording wording = new Wording(guardrail, proposal);
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

    private Texts always() {
        Texts about = about(ANY_GESTURE);
        return switch (guardrail.otherwise()) {
            case STOP -> texts(about, ": ges inte.", ": not to be given.");
            case ASK -> texts(about, ": fråga alltid först.", ": always ask first.");
            default -> texts(about, ": chefen får alltid veta.", ": the manager is always told.");
        };
    }

    private Texts amount() {
        Texts cost = Spoken.money(proposal.cost());
        Texts ends =
                new Texts("; den här är " + cost.sv() + ".", "; this one is " + cost.en() + ".");
        Texts about = about(ANY_GESTURE);
        if (guardrail.bound() == 0) {
            return texts(about, whenItCosts().sv() + ends.sv(), whenItCosts().en() + ends.en());
        }
        Texts limit = money(guardrail.bound());
        String each = about == ANY_GESTURE ? "" : " per gesture";
        return texts(
                about,
                " upp till " + limit.sv() + " per gest" + ends.sv(),
                " up to " + limit.en() + each + ends.en());
    }

    private Texts whenItCosts() {
        return switch (guardrail.otherwise()) {
            case STOP -> new Texts(": får inte kosta något", ": may not cost anything");
            case ASK ->
                    new Texts(
                            ": fråga först om det kostar något",
                            ": ask first when it costs anything");
            default ->
                    new Texts(
                            ": chefen får veta om det kostar något",
                            ": the manager is told when it costs anything");
        };
    }

    private Texts sum(long totalMinor) {
        Texts limit = money(guardrail.bound());
        Texts total = money(totalMinor);
        Texts counted = counted();
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

    private Texts count(long number) {
        long most = guardrail.bound();
        Texts counted = counted();
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
    private Texts about(Texts anything) {
        Scope when = guardrail.when();
        if (when.kind() != null) {
            return proposal.kindName();
        }
        if (when.category() != null) {
            return CATEGORIES.getOrDefault(when.category(), Texts.same(when.category()));
        }
        return Boolean.TRUE.equals(when.outreach()) ? OUTREACH : anything;
    }

    /** {@code per customer in 30 days}. */
    private Texts counted() {
        Texts key = KEYS.get(measure.key());
        Texts perKey = new Texts(" per " + key.sv(), " per " + key.en());
        if (measure.per() != null) {
            Texts period = PERIODS.get(measure.per());
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
    private Texts stretch() {
        java.time.Period within = measure.within();
        List<Texts> parts = new ArrayList<>();
        if (within.getYears() > 0) {
            parts.add(many(within.getYears(), "år", "år", "year"));
        }
        if (within.getMonths() > 0) {
            parts.add(many(within.getMonths(), "månad", "månader", "month"));
        }
        if (within.getDays() > 0) {
            parts.add(many(within.getDays(), "dag", "dagar", "day"));
        }
        return parts.stream().reduce(Texts::then).orElseThrow();
    }

    private static Texts many(int number, String one, String several, String english) {
        return new Texts(
                number + " " + (number == 1 ? one : several),
                number + " " + english + (number == 1 ? "" : "s"));
    }

    private Texts money(long minor) {
        return Spoken.money(new Money(minor, proposal.cost().currency()));
    }

    private static Texts texts(Texts begins, String sv, String en) {
        return new Texts(begins.sv() + sv, begins.en() + en);
    }
}
