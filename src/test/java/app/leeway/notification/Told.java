package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.outgoing.PublicAddress;
import app.leeway.outgoing.SafeHttpClient;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People and their notifications in a plain database, with a clock that is turned by hand. */
final class Told {

    static final long KIM = 1;
    static final long ANNA = 2;

    final PlainDatabase database;
    final HandClock clock = new HandClock("2026-11-25T10:00:00Z");
    final MailAccount mail = new MailAccount();
    final Notifier telling = new Notifier();
    final Notifications notifications = new Notifications();
    final MarkingNotificationsRead reading = new MarkingNotificationsRead();
    final NotificationPreferences choosing = new NotificationPreferences();
    final PushDevices devices = new PushDevices();

    Told(PlainDatabase database) {
        this.database = database;
        telling.jdbi = JdbiSetup.over(database.source());
        telling.clock = clock;
        telling.mail = mail;
        telling.told = unheard();
        telling.types =
                new NotificationTypes() {
                    @Override
                    void check(NotificationType type) {}
                };
        telling.zones =
                new Zones() {
                    @Override
                    ZoneId of(long personId) {
                        return ZoneId.of("Europe/Stockholm");
                    }
                };
        notifications.jdbi = JdbiSetup.over(database.source());
        reading.jdbi = JdbiSetup.over(database.source());
        reading.clock = clock;
        reading.notifications = notifications;
        reading.told = unheard();
        choosing.jdbi = JdbiSetup.over(database.source());
        devices.jdbi = JdbiSetup.over(database.source());
        devices.clock = clock;
        devices.addresses = here();
        database.write(
                "TRUNCATE word, sending, push_subscription, telling_choice, webhook,"
                        + " webhook_delivery CASCADE",
                "INSERT INTO org_unit (code, name_sv, name_en, level, position)"
                        + " VALUES ('house', 'Huset', 'The house', 'company', 1)"
                        + " ON CONFLICT DO NOTHING",
                "INSERT INTO person (id, user_name, name, at_unit, position)"
                        + " OVERRIDING SYSTEM VALUE VALUES (1, 'kim', 'Kim Sten', 'house', 1),"
                        + " (2, 'anna', 'Anna Ek', 'house', 2) ON CONFLICT DO NOTHING");
    }

    /** A server of this house: what it takes and sends. */
    NotificationDispatcher delivering() {
        NotificationDispatcher delivering = new NotificationDispatcher();
        delivering.sendings = sendings();
        return delivering;
    }

    NotificationDeliveries sendings() {
        NotificationDeliveries sendings = new NotificationDeliveries();
        sendings.jdbi = JdbiSetup.over(database.source());
        sendings.clock = clock;
        return sendings;
    }

    MailChannel mailing() {
        MailChannel mailing = new MailChannel();
        mailing.account = mail;
        mailing.clock = clock;
        mailing.origin = new Origin("https://leeway.example");
        mailing.text = RegisteredNotifications.text();
        return mailing;
    }

    PushChannel pushing() {
        PushChannel pushing = new PushChannel();
        pushing.devices = devices;
        pushing.origin = new Origin("https://leeway.example");
        pushing.text = RegisteredNotifications.text();
        pushing.courier = new SafeHttpClient(here());
        pushing.keys = new InstallationKeys();
        pushing.keys.jdbi = JdbiSetup.over(database.source());
        return pushing;
    }

    /** This machine may be reached, and no name is asked for elsewhere. */
    static PublicAddress here() {
        return new PublicAddress(
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true);
    }

    static Actor actor(long personId) {
        return new Actor(personId, "p" + personId, "P", Set.of(Role.STAFF), "house", null, "en");
    }

    void tell(long personId, String what) {
        telling.tell(List.of(notification(personId, what, false)));
    }

    static Notification notification(long personId, String what, boolean urgent) {
        return new Notification(
                personId, type(what), "g-1", Map.of("who", "2", "amount", "140000"), urgent);
    }

    /** A type of no feature, with any code. */
    static NotificationType type(String code) {
        return new NotificationType() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public String link(String subject) {
                return "/" + subject;
            }

            @Override
            public Map<String, Placeholder> placeholders() {
                return Map.of("who", Placeholder.PERSON, "amount", Placeholder.AMOUNT);
            }
        };
    }

    /** An event that nobody hears. */
    @SuppressWarnings("unchecked")
    private static jakarta.enterprise.event.Event<NotificationsSent> unheard() {
        return (jakarta.enterprise.event.Event<NotificationsSent>)
                Proxy.newProxyInstance(
                        Told.class.getClassLoader(),
                        new Class<?>[] {jakarta.enterprise.event.Event.class},
                        (proxy, method, args) -> null);
    }
}
