package app.leeway.notification.web;

import app.leeway.notification.MarkingNotificationsRead;
import app.leeway.notification.NotificationText;
import app.leeway.notification.Notifications;
import app.leeway.notification.StoredNotification;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** What I was told, and how much of it I have not read. */
@Named("told")
@RequestScoped
public class NotificationsView {

    private static final int SHOWN = 100;

    @Inject Actors actors;
    @Inject Notifications store;
    @Inject MarkingNotificationsRead reading;
    @Inject NotificationText text;

    private Actor actor;
    private long count;
    private List<Row> notifications;

    /** A notification as the page shows it. */
    public record Row(String text, String link, boolean unread, Instant at) {}

    @PostConstruct
    void open() {
        actor = actors.actor();
        count = store.unread(actor);
    }

    /** Fetched when first asked for: most pages show only how many. */
    public List<Row> getWords() {
        if (notifications == null) {
            notifications = store.mine(actor, null, SHOWN).stream().map(this::row).toList();
        }
        return notifications;
    }

    private Row row(StoredNotification notification) {
        return new Row(
                text.in(notification, actor.language()),
                text.link(notification),
                !notification.isRead(),
                notification.at());
    }

    public long getCount() {
        return count;
    }

    /** All there are; the page comes back without their marks. */
    public String readAll() {
        reading.readAll(actor);
        return "/notification/notifications?faces-redirect=true";
    }

    public void refresh() {
        notifications = null;
        count = store.unread(actor);
    }
}
