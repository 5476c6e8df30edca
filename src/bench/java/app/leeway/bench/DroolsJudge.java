package app.leeway.bench;

import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;
import java.util.List;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/** The same rules in the language of a rule engine; one session, kept. */
final class DroolsJudge implements AutoCloseable {

    private final KieSession session;

    DroolsJudge(List<Guardrail> guardrails) {
        StringBuilder rules =
                new StringBuilder("package peer;\nimport app.leeway.guardrail.Outcome;\n");
        rules.append("import ").append(Asked.class.getCanonicalName()).append(";\n");
        guardrails.forEach(g -> rules.append(rule(g)));
        session =
                new KieHelper()
                        .addContent(rules.toString(), ResourceType.DRL)
                        .build()
                        .newKieSession();
    }

    private static String rule(Guardrail g) {
        StringBuilder when = new StringBuilder(g.when().role() + " == true");
        if (g.when().kind() != null) {
            when.append(", kind == \"").append(g.when().kind()).append('"');
        }
        if (g.when().tier() != null) {
            when.append(", tier == \"").append(g.when().tier()).append('"');
        }
        String figure = g.measure().type() == Measure.Type.SUM ? "customerSum" : "cost";
        when.append(", ").append(figure).append(" > ").append(g.bound());
        return "rule \"%s\" when $a : Asked(%s) then $a.say(Outcome.%s); end\n"
                .formatted(g.code(), when, g.otherwise());
    }

    Outcome judge(Proposal proposal) {
        Asked asked = new Asked(proposal);
        FactHandle handle = session.insert(asked);
        session.fireAllRules();
        session.delete(handle);
        return asked.outcome();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
