package app.leeway.guardrail.web;

import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Touchpoint;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.shared.Money;
import app.leeway.shared.Spoken;
import app.leeway.shared.Texts;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A guardrail as a sentence that a new employee understands: "Goodwill: at most SEK 500 each.
 * Beyond that, ask first."
 */
final class RuleSentence {

    private final String currency;
    private final Catalogue catalogue;
    private final Map<String, Texts> units;

    /**
     * @param units names of org units by code
     */
    RuleSentence(String currency, Catalogue catalogue, Map<String, Texts> units) {
        this.currency = currency;
        this.catalogue = catalogue;
        this.units = units;
    }

    Texts of(Guardrail rule) {
        return joined(
                ": ", List.of(about(rule.when()), isAlways(rule) ? always(rule) : bounded(rule)));
    }

    private static boolean isAlways(Guardrail rule) {
        return rule.measure().type() == Measure.Type.FORBIDDEN
                || rule.bound() == 0 && !rule.measure().isCumulative();
    }

    private static Texts always(Guardrail rule) {
        return switch (rule.otherwise()) {
            case GO_AND_TELL ->
                    new Texts("kör, och chefen får veta.", "go ahead, and the manager is told.");
            case STOP -> new Texts("ingen kan bevilja det.", "nobody can grant it.");
            default -> new Texts("fråga alltid först.", "always ask first.");
        };
    }

    private Texts bounded(Guardrail rule) {
        Texts most =
                joined(
                        " ",
                        List.of(
                                new Texts("högst", "at most"),
                                figure(rule),
                                counted(rule.measure())));
        return joined(". ", List.of(most, beyond(rule.otherwise())));
    }

    private Texts figure(Guardrail rule) {
        return rule.measure().type() == Measure.Type.COUNT
                ? new Texts(
                        rule.bound() + " gånger",
                        rule.bound() == 1 ? "once" : rule.bound() + " times")
                : Spoken.money(Money.of(rule.bound(), currency));
    }

    private static Texts beyond(Outcome otherwise) {
        return switch (otherwise) {
            case GO_AND_TELL ->
                    new Texts(
                            "Därutöver: kör, och chefen får veta.",
                            "Beyond that, go ahead, and the manager is told.");
            case STOP ->
                    new Texts(
                            "Därutöver kan ingen bevilja det.", "Beyond that nobody can grant it.");
            default -> new Texts("Därutöver: fråga först.", "Beyond that, ask first.");
        };
    }

    private static Texts counted(Measure measure) {
        Texts key =
                switch (measure.key()) {
                    case GESTURE -> new Texts("per gest", "per gesture");
                    case STAFF -> new Texts("per medarbetare", "per member of staff");
                    case CUSTOMER -> new Texts("per kund", "per customer");
                    case VISIT -> new Texts("per besök", "per visit");
                    case SITE -> new Texts("per ställe", "per site");
                };
        if (measure.within() != null) {
            return joined(" ", List.of(key, within(measure.within())));
        }
        return measure.per() == null ? key : joined(" ", List.of(key, each(measure.per())));
    }

    private static Texts within(Period stretch) {
        long days = stretch.toTotalMonths() == 0 ? stretch.getDays() : -1;
        return days < 0
                ? new Texts("inom " + stretch, "within " + stretch)
                : new Texts("inom " + days + " dagar", "within " + days + " days");
    }

    private static Texts each(app.leeway.shared.Period per) {
        return switch (per) {
            case DAY -> new Texts("och dag", "and day");
            case WEEK -> new Texts("och vecka", "and week");
            case MONTH -> new Texts("och månad", "and month");
            case QUARTER -> new Texts("och kvartal", "and quarter");
            case YEAR -> new Texts("och år", "and year");
        };
    }

    private Texts about(Scope scope) {
        List<Texts> parts = new ArrayList<>();
        if (scope.kind() != null) {
            parts.add(
                    catalogue.kind(scope.kind()).map(Kind::name).orElse(Texts.same(scope.kind())));
        }
        if (scope.category() != null) {
            parts.add(category(scope.category()));
        }
        if (Boolean.TRUE.equals(scope.outreach())) {
            parts.add(
                    new Texts(
                            "Kontakt som kunden inte bett om",
                            "A contact that the customer did not ask for"));
        }
        if (parts.isEmpty()) {
            parts.add(new Texts("Varje gest", "Any gesture"));
        }
        addCircumstances(scope, parts);
        return joined(", ", parts);
    }

    private void addCircumstances(Scope scope, List<Texts> parts) {
        if (scope.role() != null) {
            parts.add(givenBy(scope.role()));
        }
        if (scope.unit() != null) {
            Texts name = units.getOrDefault(scope.unit(), Texts.same(scope.unit()));
            parts.add(new Texts("hos " + name.sv(), "at " + name.en()));
        }
        if (scope.touchpoint() != null) {
            parts.add(
                    catalogue
                            .touchpoint(scope.touchpoint())
                            .map(Touchpoint::name)
                            .orElse(Texts.same(scope.touchpoint())));
        }
        if (scope.tier() != null) {
            parts.add(new Texts("kundnivå " + scope.tier(), "customer tier " + scope.tier()));
        }
        if (scope.moment() != null) {
            parts.add(new Texts("under " + scope.moment(), "during " + scope.moment()));
        }
    }

    private static Texts givenBy(String role) {
        return switch (role) {
            case "staff" -> new Texts("given av en medarbetare", "given by staff");
            case "manager" -> new Texts("given av en chef", "given by a manager");
            case "leader" -> new Texts("given av ledningen", "given by a leader");
            default ->
                    new Texts(
                            "given av någon i rollen " + role,
                            "given by somebody in the role " + role);
        };
    }

    private static Texts category(String code) {
        return switch (code) {
            case "recovery" -> new Texts("Gottgörelser", "Making good");
            case "delight" -> new Texts("Glädjegester", "Gestures of delight");
            case "care" -> new Texts("Omtanke", "Gestures of care");
            default -> Texts.same(code);
        };
    }

    private static Texts joined(String by, List<Texts> parts) {
        return new Texts(
                String.join(by, parts.stream().map(Texts::sv).toList()),
                String.join(by, parts.stream().map(Texts::en).toList()));
    }
}
