package app.leeway.notification.rest;

import app.leeway.http.Languages;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.notification.MarkingNotificationsRead;
import app.leeway.notification.NotificationDeliveries;
import app.leeway.notification.NotificationText;
import app.leeway.notification.Notifications;
import app.leeway.notification.StoredNotification;
import app.leeway.notification.UndeliverableNotifications;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;

/** What I was told. */
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class NotificationsResource {

    @Inject Actors actors;
    @Inject Notifications notifications;
    @Inject MarkingNotificationsRead reading;
    @Inject NotificationText text;
    @Inject UndeliverableNotifications looking;
    @Inject Organizations organizations;

    /** A notification, in the language of the reader. */
    @JsonbNillable
    public record NotificationJson(
            UUID id,
            String what,
            String subject,
            String text,
            String link,
            boolean urgent,
            Instant at,
            Instant readAt) {}

    /** One that could not be brought out of the app. */
    @JsonbNillable
    public record UndeliverableJson(
            UUID id,
            String what,
            String person,
            String channel,
            int attempts,
            Instant endedAt,
            String problem) {}

    @GET
    @Path("undeliverable")
    public Page<UndeliverableJson> dead() {
        return Page.whole(looking.dead(actors.actor()).stream().map(this::json).toList());
    }

    @GET
    public Page<NotificationJson> list(
            @Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Query query = Query.of(uri);
        int limit = query.limit();
        Notifications.Position after = query.after(Notifications.Position::parse);
        query.complete();
        Actor actor = actors.actor();
        String language = Languages.wanted(languages, actor.language());
        return Page.of(
                        notifications.mine(actor, after, limit + 1),
                        limit,
                        notification -> Notifications.Position.of(notification).toString())
                .map(notification -> json(notification, language));
    }

    @POST
    @Path("{id}/read")
    public NotificationJson read(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Actor actor = actors.actor();
        return json(reading.read(actor, key(id)), Languages.wanted(languages, actor.language()));
    }

    private NotificationJson json(StoredNotification notification, String language) {
        return new NotificationJson(
                notification.id(),
                notification.what(),
                notification.subject(),
                text.in(notification, language),
                text.link(notification),
                notification.urgent(),
                notification.at(),
                notification.readAt());
    }

    private UndeliverableJson json(NotificationDeliveries.Dead dead) {
        String user = organizations.current().person(dead.personId()).map(Person::user).orElse("");
        return new UndeliverableJson(
                dead.id(),
                dead.what(),
                user,
                dead.channel(),
                dead.attempts(),
                dead.endedAt(),
                dead.problem());
    }

    private static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_FOUND, "You have no notification " + id + ".");
        }
    }
}
