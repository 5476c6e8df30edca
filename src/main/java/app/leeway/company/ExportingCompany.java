package app.leeway.company;

import app.leeway.audit.NotedReads;
import app.leeway.companyfile.CompanyFileWriter;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the company out as its file. */
@ApplicationScoped
public class ExportingCompany {

    @Inject Access access;
    @Inject StoredCompany stored;
    @Inject CompanyFileWriter writer;
    @Inject NotedReads reads;

    /**
     * The export is noted in the record.
     *
     * @return YAML that imports to the same state
     * @throws RefusedException NOT_ALLOWED for whoever is neither steward nor auditor
     */
    public String export(Actor by) {
        access.require(by, Role.STEWARD, Role.AUDITOR);
        String yaml =
                stored.current()
                        .map(writer::write)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND, "There is no company yet."));
        reads.ofExport(by.personId(), "company.yaml");
        return yaml;
    }
}
