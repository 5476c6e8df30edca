package app.leeway.audit.rest;

import app.leeway.audit.CheckingTheRecord;
import app.leeway.organization.Access;
import app.leeway.organization.Actors;
import app.leeway.organization.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the record of all changes is unbroken. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {

    @Inject Actors actors;
    @Inject Access access;
    @Inject CheckingTheRecord checking;

    /**
     * @param firstBroken number of the first entry that does not fit; absent when all do
     */
    public record CheckJson(boolean ok, long checked, Long firstBroken) {}

    @GET
    @Path("check")
    public CheckJson check() {
        access.require(actors.actor(), Role.AUDITOR, Role.STEWARD);
        CheckingTheRecord.Check check = checking.check();
        return new CheckJson(check.ok(), check.checked(), check.firstBroken());
    }
}
