package app.leeway.guardrail.file;

import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Clause.Bendable;
import app.leeway.guardrail.ReplacingRules;
import app.leeway.guardrail.Rules;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code clauses}: the company's own written policy, and how far it may be bent. */
@ApplicationScoped
public class ClausesSection implements CompanySection<List<Clause>> {

    public static final SectionKey<List<Clause>> KEY = SectionKey.list("clauses", 900);

    private static final CodeType CLAUSE = new CodeType("clause");
    private static final Map<String, Bendable> BENDABLE = YamlMapping.byWord(Bendable.values());

    @Inject Rules rules;
    @Inject ReplacingRules replacing;

    @Override
    public SectionKey<List<Clause>> key() {
        return KEY;
    }

    @Override
    public List<Clause> read(CompanyFileInput file) {
        List<Clause> clauses = new ArrayList<>();
        for (YamlMapping entry :
                file.whole().mappings(KEY.name(), Set.of("code", "bendable", "text"))) {
            YamlScalar code = entry.code("code");
            file.references().declare(CLAUSE, code);
            Bendable bendable = entry.oneOf("bendable", BENDABLE);
            LocalizedText text = entry.texts("text");
            if (entry.nothingIsWrong()) {
                clauses.add(new Clause(code.text(), bendable, text));
            }
        }
        return clauses;
    }

    @Override
    public Map<String, FlowMapping> write(List<Clause> clauses, CompanyFile file) {
        return FlowMapping.entries(
                clauses,
                Clause::code,
                clause ->
                        new FlowMapping()
                                .put("code", clause.code())
                                .put("bendable", clause.bendable().code())
                                .texts("text", clause.text()));
    }

    @Override
    public List<Clause> stored(long revision) {
        return rules.asOf(revision).clauses();
    }

    @Override
    public void replace(List<Clause> clauses, CompanyFile file) {
        replacing.replaceClauses(clauses);
    }
}
