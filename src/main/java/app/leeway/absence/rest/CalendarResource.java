package app.leeway.absence.rest;

import app.leeway.absence.CalendarStatus;
import app.leeway.absence.Calendars;
import app.leeway.http.Form;
import app.leeway.http.MaxBodySize;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** My calendar, from which my absences are read. */
@Path("absences/calendar")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CalendarResource {

    private static final int FILE_MAX = 2 * 1024 * 1024;

    @Inject Actors actors;
    @Inject Calendars calendars;

    /**
     * @param host of the address, which itself is kept secret; null where no calendar is read
     */
    @JsonbNillable
    public record CalendarJson(String host, Instant fetchedAt, String problem) {

        static CalendarJson of(CalendarStatus status) {
            return new CalendarJson(status.host(), status.fetchedAt(), status.problem());
        }
    }

    /** How many times away it holds. */
    public record ReadJson(int absences) {}

    @GET
    public CalendarJson get() {
        return CalendarJson.of(calendars.status(actors.actor()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ReadJson subscribe(Form form) {
        String url = form.required("url").text(2000);
        form.complete();
        Actor actor = actors.actor();
        return new ReadJson(calendars.subscribe(actor, url));
    }

    @POST
    @Consumes("text/calendar")
    @MaxBodySize(FILE_MAX)
    public ReadJson bring(InputStream file) throws IOException {
        return new ReadJson(calendars.importFile(actors.actor(), file.readAllBytes()));
    }

    @DELETE
    public void leave() {
        calendars.unsubscribe(actors.actor());
    }
}
