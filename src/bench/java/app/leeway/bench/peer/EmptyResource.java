package app.leeway.bench.peer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes what a gesture would send, does nothing, and answers. */
@Path("empty")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmptyResource {

    @POST
    public Done post(Sent sent) {
        return new Done(sent.kind(), "settled");
    }
}
