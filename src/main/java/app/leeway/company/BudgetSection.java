package app.leeway.company;

import app.leeway.budget.BudgetDefinition;
import app.leeway.company.References.To;
import app.leeway.guardrail.Outcome;
import app.leeway.shared.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads budgets. */
class BudgetSection {

    private static final Set<String> KEYS =
            Set.of("code", "of", "per", "from", "until", "amount", "currency", "exhausted");

    private final Entry whole;
    private final References references;
    private final String currency;

    BudgetSection(Entry whole, References references, String currency) {
        this.whole = whole;
        this.references = references;
        this.currency = currency;
    }

    List<BudgetDefinition> budgets() {
        List<BudgetDefinition> budgets = new ArrayList<>();
        for (Entry entry : whole.entries("budgets", KEYS)) {
            Leaf code = entry.code("code");
            references.declare(To.BUDGET, code);
            boolean ofPerson = entry.node("of") instanceof MappingNode;
            Leaf owner = ofPerson ? person(entry) : unit(entry);
            Period per = entry.has("per") ? entry.oneOf("per", MeasureAndLimit.PERIODS) : null;
            LocalDate from = entry.optionalDate("from");
            LocalDate until = entry.optionalDate("until");
            checkPeriod(entry, from, until);
            checkCurrency(entry);
            Long amount = entry.money("amount", currency);
            Outcome exhausted = entry.oneOf("exhausted", RuleSections.OUTCOMES);
            if (code != null && owner != null && amount != null) {
                budgets.add(
                        new BudgetDefinition(
                                code.text(),
                                ofPerson ? null : owner.text(),
                                ofPerson ? owner.text() : null,
                                per,
                                from,
                                until,
                                amount,
                                exhausted));
            }
        }
        return budgets;
    }

    private Leaf unit(Entry entry) {
        Leaf unit = entry.code("of");
        references.use(To.UNIT, unit);
        return unit;
    }

    private Leaf person(Entry entry) {
        Leaf user = entry.entry("of", Set.of("person")).user("person");
        references.use(To.PERSON, user);
        return user;
    }

    private static void checkPeriod(Entry entry, LocalDate from, LocalDate until) {
        boolean span = entry.has("from") && entry.has("until");
        boolean anyOfSpan = entry.has("from") || entry.has("until");
        if (entry.has("per") ? anyOfSpan : !span) {
            entry.wrongAsAWhole("not-a-period.budget");
        } else if (from != null && until != null && !until.isAfter(from)) {
            entry.wrong("until", "not-after.budget");
        }
    }

    private void checkCurrency(Entry entry) {
        Leaf said = entry.optionalLeaf("currency");
        if (said != null && !said.text().equals(currency)) {
            entry.wrong("currency", "second-currency", currency, said.text());
        }
    }
}
