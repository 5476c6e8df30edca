package app.leeway.loyalty.rest;

import app.leeway.audit.NotedReads;
import app.leeway.http.Form;
import app.leeway.http.Forms;
import app.leeway.http.MaxBodySize;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.loyalty.IngestResult;
import app.leeway.loyalty.OutcomeFile;
import app.leeway.loyalty.OutcomeFiles;
import app.leeway.loyalty.Received;
import app.leeway.loyalty.ReceivingOutcomes;
import app.leeway.loyalty.wire.OutcomeMessage;
import app.leeway.loyalty.wire.ProductEvent;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What customers did later, as machines bring it. */
@Path("outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OutcomesResource {

    private static final int MESSAGES_MAX = 10_000;
    private static final long FILE_MAX = 2L * 1024 * 1024 * 1024;
    private static final long BYTES_MAX = 16L * 1024 * 1024;

    @Inject OutcomeUpload bringing;
    @Inject ReceivingOutcomes receiving;
    @Inject OutcomeFiles files;
    @Inject NotedReads reads;

    /**
     * What became of a batch.
     *
     * @param refused those that were not taken, by their place in the list
     */
    public record ReceptionJson(int added, int repeated, List<RefusedJson> refused) {

        static ReceptionJson of(IngestResult reception) {
            return new ReceptionJson(
                    reception.added(),
                    reception.repeated(),
                    reception.refused().stream().map(RefusedJson::of).toList());
        }
    }

    /** One that was not taken. */
    public record RefusedJson(long index, List<ViolationJson> violations) {

        static RefusedJson of(IngestResult.Refused refused) {
            return new RefusedJson(
                    refused.position(),
                    refused.problems().stream().map(ViolationJson::of).toList());
        }
    }

    /** What is wrong with one field. */
    public record ViolationJson(String field, String code, String message) {

        static ViolationJson of(Violation violation) {
            return new ViolationJson(violation.field(), violation.code(), violation.message());
        }
    }

    /**
     * A file of outcomes.
     *
     * @param waiting whether reading broke off, and goes on by itself
     * @param percent how much of it has been read
     * @param problemLine where, from 1
     */
    public record FileJson(
            UUID id,
            String state,
            boolean waiting,
            int percent,
            long added,
            long repeated,
            long refused,
            String problem,
            Long problemLine,
            Instant begunAt,
            Instant endedAt) {

        static FileJson of(OutcomeFile file) {
            boolean waiting = file.state() == OutcomeFile.State.WAITING;
            OutcomeFile.State state = waiting ? OutcomeFile.State.READING : file.state();
            return new FileJson(
                    file.id(),
                    state.name().toLowerCase(Locale.ROOT),
                    waiting,
                    file.percent(),
                    file.added(),
                    file.repeated(),
                    file.refused(),
                    file.problem(),
                    file.problemLine(),
                    file.begunAt(),
                    file.endedAt());
        }
    }

    /** A line of a file that was not taken. */
    public record LineJson(long line, String code, String message, String text) {

        static LineJson of(OutcomeFiles.RefusedLine line) {
            return new LineJson(line.line(), line.code(), line.saidEn(), line.text());
        }
    }

    /** Millions of lines; taken in behind the answer. */
    @POST
    @Path("files")
    @Consumes("text/csv")
    @MaxBodySize(FILE_MAX)
    public Response bring(InputStream csv) {
        UUID id = bringing.files(csv);
        return Response.accepted(FileJson.of(files.file(id).orElseThrow())).build();
    }

    @GET
    @Path("files/{id}")
    public FileJson file(@PathParam("id") UUID id) {
        bringing.by();
        return FileJson.of(found(id));
    }

    @GET
    @Path("files/{id}/refused")
    public Page<LineJson> refused(@PathParam("id") UUID id, @Context UriInfo uri) {
        Query query = Query.of(uri);
        int limit = query.limit();
        Long after = query.after(Long::valueOf);
        query.complete();
        Long by = bringing.by();
        found(id);
        reads.ofExport(by, "refused.csv " + id);
        return Page.of(
                        files.refused(id, after == null ? 0 : after, limit + 1),
                        limit,
                        line -> String.valueOf(line.line()))
                .map(LineJson::of);
    }

    private OutcomeFile found(UUID id) {
        return files.file(id)
                .orElseThrow(
                        () -> new RefusedException(Refusal.NOT_FOUND, "there is no such file"));
    }

    /** One, which is refused as a whole, or a list, of which each is taken or not. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, Forms.EVENT, Forms.EVENTS})
    @MaxBodySize(BYTES_MAX)
    public ReceptionJson add(InputStream json) {
        Long by = bringing.by();
        List<Received> messages = new ArrayList<>();
        boolean isList =
                Forms.each(
                        json,
                        MESSAGES_MAX,
                        form -> messages.add(OutcomeMessage.read(messages.size(), form)));
        IngestResult reception = receiving.receive(by, messages);
        return isList ? ReceptionJson.of(reception) : taken(reception);
    }

    /** As a loyalty product sends it; what concerns no outcome is answered with nothing added. */
    @POST
    @Path("from/{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReceptionJson addFrom(@PathParam("product") String product, Form form) {
        Long by = bringing.by();
        if (!ProductEvent.products().contains(product)) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "understood are " + ProductEvent.products());
        }
        return taken(receiving.receive(by, ProductEvent.read(product, form)));
    }

    /** Of a single one: refused as a whole. */
    private static ReceptionJson taken(IngestResult reception) {
        if (!reception.refused().isEmpty()) {
            List<Violation> problems = reception.refused().get(0).problems();
            throw new RefusedException(Refusal.INVALID, problems.get(0).message(), problems);
        }
        return ReceptionJson.of(reception);
    }
}
