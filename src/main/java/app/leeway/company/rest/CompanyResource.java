package app.leeway.company.rest;

import app.leeway.company.ExportingCompany;
import app.leeway.company.FoundingCompany;
import app.leeway.company.Imported;
import app.leeway.company.ImportingCompany;
import app.leeway.company.PreviewingCompany;
import app.leeway.companyfile.Change;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.MaxBodySize;
import app.leeway.http.Query;
import app.leeway.organization.identity.Actors;
import app.leeway.organization.identity.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The company file, out and in. */
@Path("company")
@RequestScoped
public class CompanyResource {

    private static final String YAML = "application/yaml";
    private static final long FILE_MAX = 5L * 1024 * 1024;

    @Inject Actors actors;
    @Inject SignedIn signedIn;
    @Inject ExportingCompany exporting;
    @Inject FoundingCompany founding;
    @Inject ImportingCompany importing;
    @Inject PreviewingCompany previewing;
    @Inject Idempotency idempotency;

    /**
     * What an import came to, or would.
     *
     * @param revision of the company afterwards
     */
    public record ImportedJson(boolean dryRun, long revision, List<ChangeJson> changes) {

        static ImportedJson of(boolean dryRun, Imported imported) {
            return new ImportedJson(
                    dryRun,
                    imported.revision(),
                    imported.changes().stream().map(ChangeJson::of).toList());
        }
    }

    /** What changes about one entry of the company. */
    public record ChangeJson(
            String section, String entry, String change, List<Change.Value> values) {

        static ChangeJson of(Change change) {
            return new ChangeJson(
                    change.section(),
                    change.entry(),
                    change.what().name().toLowerCase(Locale.ROOT),
                    change.values());
        }
    }

    @GET
    @Produces({YAML, MediaType.APPLICATION_JSON})
    public Response get() {
        return Response.ok(exporting.export(actors.actor()), YAML + ";charset=utf-8").build();
    }

    @POST
    @Consumes(YAML)
    @Produces(MediaType.APPLICATION_JSON)
    @MaxBodySize(FILE_MAX)
    public Response put(
            @HeaderParam(IdempotencyKey.HEADER) String key, @Context UriInfo uri, byte[] yaml) {
        Query query = Query.of(uri);
        boolean dryRun = query.truth("dryRun");
        query.complete();
        if (dryRun) {
            return Response.ok(ImportedJson.of(true, looking(yaml))).build();
        }
        UUID once = IdempotencyKey.of(key);
        String text = new String(yaml, StandardCharsets.ISO_8859_1); // every byte counts
        return idempotency.once(
                once,
                String.join(" ", signedIn.sub(), "company", text),
                () -> ImportedJson.of(false, bringing(yaml)));
    }

    private Imported looking(byte[] yaml) {
        return founding.isDue()
                ? previewing.preview(signedIn.roles(), content(yaml))
                : previewing.preview(actors.actor(), content(yaml));
    }

    private Imported bringing(byte[] yaml) {
        return founding.isDue()
                ? founding.found(signedIn.userName(), signedIn.roles(), content(yaml))
                : importing.importFile(actors.actor(), content(yaml));
    }

    private static InputStream content(byte[] yaml) {
        return new ByteArrayInputStream(yaml);
    }
}
