package app.leeway.guardrail.web;

import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Touchpoint;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.MoneyFormat;
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
    private final Map<String, LocalizedText> units;

    /**
     * @param units names of org units by code
     */
    RuleSentence(String currency, Catalogue catalogue, Map<String, LocalizedText> units) {
        this.currency = currency;
        this.catalogue = catalogue;
        this.units = units;
    }

    LocalizedText of(Guardrail rule) {
        return joined(
                ": ", List.of(about(rule.when()), isAlways(rule) ? always(rule) : bounded(rule)));
    }

    private static boolean isAlways(Guardrail rule) {
        return rule.measure().type() == Measure.Type.FORBIDDEN
                || rule.bound() == 0 && !rule.measure().isCumulative();
    }

    private static LocalizedText always(Guardrail rule) {
        return switch (rule.otherwise()) {
            case GO_AND_TELL ->
                    new LocalizedText(
                            "kör, och chefen får veta.", "go ahead, and the manager is told.");
            case STOP -> new LocalizedText("ingen kan bevilja det.", "nobody can grant it.");
            default -> new LocalizedText("fråga alltid först.", "always ask first.");
        };
    }

    private LocalizedText bounded(Guardrail rule) {
        LocalizedText most =
                joined(
                        " ",
                        List.of(
                                new LocalizedText("högst", "at most"),
                                figure(rule),
                                counted(rule.measure())));
        return joined(". ", List.of(most, beyond(rule.otherwise())));
    }

    private LocalizedText figure(Guardrail rule) {
        return rule.measure().type() == Measure.Type.COUNT
                ? new LocalizedText(
                        rule.bound() + " gånger",
                        rule.bound() == 1 ? "once" : rule.bound() + " times")
                : MoneyFormat.money(Money.of(rule.bound(), currency));
    }

    private static LocalizedText beyond(Outcome otherwise) {
        return switch (otherwise) {
            case GO_AND_TELL ->
                    new LocalizedText(
                            "Därutöver: kör, och chefen får veta.",
                            "Beyond that, go ahead, and the manager is told.");
            case STOP ->
                    new LocalizedText(
                            "Därutöver kan ingen bevilja det.", "Beyond that nobody can grant it.");
            default -> new LocalizedText("Därutöver: fråga först.", "Beyond that, ask first.");
        };
    }

    private static LocalizedText counted(Measure measure) {
        LocalizedText key =
                switch (measure.key()) {
                    case GESTURE -> new LocalizedText("per gest", "per gesture");
                    case STAFF -> new LocalizedText("per medarbetare", "per member of staff");
                    case CUSTOMER -> new LocalizedText("per kund", "per customer");
                    case VISIT -> new LocalizedText("per besök", "per visit");
                    case SITE -> new LocalizedText("per ställe", "per site");
                };
        if (measure.within() != null) {
            return joined(" ", List.of(key, within(measure.within())));
        }
        return measure.per() == null ? key : joined(" ", List.of(key, each(measure.per())));
    }

    private static LocalizedText within(Period stretch) {
        long days = stretch.toTotalMonths() == 0 ? stretch.getDays() : -1;
        return days < 0
                ? new LocalizedText("inom " + stretch, "within " + stretch)
                : new LocalizedText("inom " + days + " dagar", "within " + days + " days");
    }

    private static LocalizedText each(app.leeway.shared.Period per) {
        return switch (per) {
            case DAY -> new LocalizedText("och dag", "and day");
            case WEEK -> new LocalizedText("och vecka", "and week");
            case MONTH -> new LocalizedText("och månad", "and month");
            case QUARTER -> new LocalizedText("och kvartal", "and quarter");
            case YEAR -> new LocalizedText("och år", "and year");
        };
    }

    private LocalizedText about(Scope scope) {
        List<LocalizedText> parts = new ArrayList<>();
        if (scope.kind() != null) {
            parts.add(
                    catalogue
                            .kind(scope.kind())
                            .map(Kind::name)
                            .orElse(LocalizedText.same(scope.kind())));
        }
        if (scope.category() != null) {
            parts.add(category(scope.category()));
        }
        if (Boolean.TRUE.equals(scope.outreach())) {
            parts.add(
                    new LocalizedText(
                            "Kontakt som kunden inte bett om",
                            "A contact that the customer did not ask for"));
        }
        if (parts.isEmpty()) {
            parts.add(new LocalizedText("Varje gest", "Any gesture"));
        }
        addCircumstances(scope, parts);
        return joined(", ", parts);
    }

    private void addCircumstances(Scope scope, List<LocalizedText> parts) {
        if (scope.role() != null) {
            parts.add(givenBy(scope.role()));
        }
        if (scope.unit() != null) {
            LocalizedText name = units.getOrDefault(scope.unit(), LocalizedText.same(scope.unit()));
            parts.add(new LocalizedText("hos " + name.sv(), "at " + name.en()));
        }
        if (scope.touchpoint() != null) {
            parts.add(
                    catalogue
                            .touchpoint(scope.touchpoint())
                            .map(Touchpoint::name)
                            .orElse(LocalizedText.same(scope.touchpoint())));
        }
        if (scope.tier() != null) {
            parts.add(
                    new LocalizedText("kundnivå " + scope.tier(), "customer tier " + scope.tier()));
        }
        if (scope.moment() != null) {
            parts.add(new LocalizedText("under " + scope.moment(), "during " + scope.moment()));
        }
    }

    private static LocalizedText givenBy(String role) {
        return switch (role) {
            case "staff" -> new LocalizedText("given av en medarbetare", "given by staff");
            case "manager" -> new LocalizedText("given av en chef", "given by a manager");
            case "leader" -> new LocalizedText("given av ledningen", "given by a leader");
            default ->
                    new LocalizedText(
                            "given av någon i rollen " + role,
                            "given by somebody in the role " + role);
        };
    }

    private static LocalizedText category(String code) {
        return switch (code) {
            case "recovery" -> new LocalizedText("Gottgörelser", "Making good");
            case "delight" -> new LocalizedText("Glädjegester", "Gestures of delight");
            case "care" -> new LocalizedText("Omtanke", "Gestures of care");
            default -> LocalizedText.same(code);
        };
    }

    private static LocalizedText joined(String by, List<LocalizedText> parts) {
        return new LocalizedText(
                String.join(by, parts.stream().map(LocalizedText::sv).toList()),
                String.join(by, parts.stream().map(LocalizedText::en).toList()));
    }
}
