package app.leeway.notification.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.notification.NotificationChoice;
import app.leeway.notification.NotificationPreferences;
import app.leeway.notification.QuietHours;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** How I want to be told. */
@Path("me/notification-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class NotificationPreferencesResource {

    @Inject Actors actors;
    @Inject NotificationPreferences choosing;

    /** Hours as they stand on a clock: {@code 22:00}. */
    @JsonbNillable
    public record QuietJson(String from, String until) {}

    /** The whole of it. */
    @JsonbNillable
    public record TellingJson(
            boolean push,
            String mailTo,
            @JsonbNillable QuietJson quiet,
            boolean urgentAlways,
            String digestAt) {

        static TellingJson of(NotificationChoice choice) {
            return new TellingJson(
                    choice.push(),
                    choice.mailTo(),
                    choice.quiet() == null
                            ? null
                            : new QuietJson(
                                    choice.quiet().from().toString(),
                                    choice.quiet().until().toString()),
                    choice.urgentAlways(),
                    choice.digestAt() == null ? null : choice.digestAt().toString());
        }
    }

    @GET
    public TellingJson get() {
        return TellingJson.of(choosing.chosen(actors.actor()));
    }

    @PUT
    public TellingJson choose(Form form) {
        NotificationChoice choice =
                new NotificationChoice(
                        form.required("push").truth(),
                        form.optional("mailTo").text(200),
                        quiet(form.optional("quiet")),
                        form.optional("urgentAlways").truth(),
                        time(form.optional("digestAt")));
        form.complete();
        return TellingJson.of(choosing.choose(actors.actor(), choice));
    }

    private static QuietHours quiet(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        LocalTime from = time(form.required("from"));
        LocalTime until = time(form.required("until"));
        form.refuseUnknown();
        if (from == null || until == null) {
            return null;
        }
        return from.equals(until)
                ? field.wrong("never-ends", "must end at another time than it begins")
                : new QuietHours(from, until);
    }

    private static LocalTime time(Field field) {
        String text = field.text(5);
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            return field.wrong("wrong-type", "must be a time such as 22:00");
        }
    }
}
