package app.leeway.company;

import app.leeway.budget.BudgetDefinition;
import app.leeway.catalogue.IncidentType;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Touchpoint;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Guardrails;
import app.leeway.loyalty.OutcomeSettings;
import app.leeway.organization.OrganizationDefinition;
import app.leeway.organization.TabletRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a company file strictly: what is not understood is refused, never passed over. Every
 * problem is found in one go, with its line.
 *
 * <p><em>Design notice.</em> It walks the YAML nodes itself, because binding to classes forgets the
 * lines, and stops at the first thing that is wrong.
 */
class CompanyFileReader {

    static final List<String> SECTIONS =
            List.of(
                    "company",
                    "organization",
                    "people",
                    "authority",
                    "approvals",
                    "lateEntries",
                    "touchpoints",
                    "incidents",
                    "clauses",
                    "kinds",
                    "guardrails",
                    "budgets",
                    "outcomes",
                    "tablet");

    private final Problems problems = new Problems();
    private final References references = new References(problems);

    private CompanyFileReader() {}

    /** A file that stands for itself. */
    static Reading read(InputStream yaml) {
        return read(yaml, Map.of());
    }

    /**
     * @param former codes that the company has retired, which rules of the past may speak of
     * @throws UncheckedIOException when the stream breaks
     */
    static Reading read(InputStream yaml, Map<References.To, List<String>> former) {
        CompanyFileReader reader = new CompanyFileReader();
        former.forEach(reader.references::remember);
        try {
            Optional<Node> root = new YamlText(reader.problems).root(yaml);
            return root.map(reader::sections).orElseGet(reader::refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading sections(Node root) {
        Entry whole = new Entry(root, "", Set.copyOf(SECTIONS), problems);
        OrganizationSections organization = new OrganizationSections(whole, references);
        OrganizationDefinition definition = organization.read();
        String currency = organization.currency();
        CatalogueSections catalogue = new CatalogueSections(whole, references, currency);
        List<Touchpoint> touchpoints = catalogue.touchpoints();
        List<IncidentType> incidents = catalogue.incidents();
        RuleSections rules = new RuleSections(whole, references, currency);
        List<Clause> clauses = rules.clauses();
        List<Kind> kinds = catalogue.kinds();
        List<Guardrail> guardrails = rules.guardrails();
        List<BudgetDefinition> budgets = new BudgetSection(whole, references, currency).budgets();
        OutcomeSettings outcomes = new OutcomeSection(whole).outcomes();
        TabletRules tablet = TabletSection.tablet(whole);
        references.check();
        guardrails = numbered(guardrails, clauses, whole);
        return problems.isEmpty()
                ? new Reading(
                        new CompanyFile(
                                definition,
                                touchpoints,
                                incidents,
                                clauses,
                                kinds,
                                guardrails,
                                budgets,
                                outcomes,
                                tablet),
                        YamlText.line(whole.node("guardrails").getStartMark()),
                        rules.guardrailLines(),
                        List.of())
                : refused();
    }

    /** With their revision numbers, once all else is right. */
    private List<Guardrail> numbered(
            List<Guardrail> guardrails, List<Clause> clauses, Entry whole) {
        if (!problems.isEmpty()) {
            return guardrails;
        }
        try {
            return new Guardrails(Guardrails.counted(guardrails), clauses).revisions();
        } catch (IllegalArgumentException e) {
            whole.wrong("guardrails", "contradictory.rules", e.getMessage());
            return guardrails;
        }
    }

    private Reading refused() {
        return Reading.wrong(problems.inOrder());
    }
}
