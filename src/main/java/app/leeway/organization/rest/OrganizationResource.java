package app.leeway.organization.rest;

import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The company and its units: everybody in it may know. */
@Path("organization")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OrganizationResource {

    @Inject Actors actors;
    @Inject Organizations organizations;

    /** The company, and its units from the whole to the part. */
    public record OrganizationJson(
            String code,
            String name,
            String currency,
            String zone,
            List<String> languages,
            List<UnitJson> units) {

        static OrganizationJson of(Organization organization) {
            Organization.Company company = organization.company();
            return new OrganizationJson(
                    company.code(),
                    company.name(),
                    company.currency(),
                    company.zone().getId(),
                    company.languages(),
                    organization.units().stream().map(UnitJson::of).toList());
        }
    }

    /** A unit, and the unit above it. */
    public record UnitJson(
            String code, LocalizedText name, String level, String under, String zone) {

        static UnitJson of(OrgUnit unit) {
            return new UnitJson(
                    unit.code(),
                    unit.name(),
                    unit.level().code(),
                    unit.under(),
                    unit.zone().getId());
        }
    }

    @GET
    public OrganizationJson get() {
        actors.actor();
        return OrganizationJson.of(organizations.current());
    }
}
