package app.leeway.company;

import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanySections;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company as it is now, in the form of its file. */
@ApplicationScoped
class StoredCompany {

    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject CompanySections sections;

    /** Empty while there is none. */
    Optional<CompanyFile> current() {
        long now = revision.current();
        if (now == 0) {
            return Optional.empty();
        }
        Company company = organizations.asOf(now).company();
        return Optional.of(sections.stored(company.code(), company.currency(), now));
    }

    /** What is retired, and may stand in rules of the past. */
    Map<CodeType, Set<String>> former() {
        long now = revision.current();
        return now == 0 ? Map.of() : sections.former(now);
    }
}
