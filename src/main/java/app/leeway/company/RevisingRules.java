package app.leeway.company;

import app.leeway.guardrail.Guardrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A steward puts another set of dated guardrails in the place of all there are.
 *
 * <p><em>Design notice.</em> It imports the company's own file with other guardrails in it, so that
 * the checks, the record and the history are those of every import.
 */
@ApplicationScoped
public class RevisingRules {

    @Inject Access access;
    @Inject CompanyRevision revision;
    @Inject ReplacingOrganization organization;
    @Inject StoredCompany stored;
    @Inject TakingOver taking;

    /**
     * @param since the revision of the company from which the steward started
     * @param guardrails all revisions there shall be, in order; they are counted anew
     * @throws RefusedException NOT_ALLOWED for whoever is no steward; CHANGED_MEANWHILE when the
     *     company is at another revision; INVALID with everything that stands against it;
     *     STEP_UP_NEEDED where it needs a second factor
     */
    @Transactional
    public Imported revising(Actor by, long since, List<Guardrail> guardrails) {
        access.require(by, Role.STEWARD);
        organization.waitForOthers();
        if (revision.current() != since) {
            throw new RefusedException(
                    Refusal.CHANGED_MEANWHILE,
                    "the company is at revision " + revision.current() + " by now");
        }
        byte[] yaml = CompanyFileWriter.write(with(guardrails)).getBytes(StandardCharsets.UTF_8);
        try {
            return taking.takingOver(new ByteArrayInputStream(yaml), by);
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.STEP_UP_NEEDED) {
                throw refused;
            }
            throw new RefusedException(
                    refused.refusal(),
                    "The guardrails do not hold together; nothing was changed.",
                    refused.violations().stream().map(RevisingRules::withoutLine).toList());
        }
    }

    private CompanyFile with(List<Guardrail> guardrails) {
        CompanyFile now = stored.current().orElseThrow();
        return new CompanyFile(
                now.organization(),
                now.touchpoints(),
                now.incidents(),
                now.clauses(),
                now.kinds(),
                guardrails,
                now.budgets(),
                now.outcomes(),
                now.tablet());
    }

    /** The lines are of a file that nobody has seen. */
    private static Violation withoutLine(Violation violation) {
        return new Violation(
                violation.field(),
                violation.code(),
                violation.message().replaceFirst("^line \\d+: ", ""));
    }
}
