package app.leeway.notification.web;

import app.leeway.notification.NotificationChoice;
import app.leeway.notification.NotificationPreferences;
import app.leeway.notification.QuietHours;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** How I want to be told, as a part of my own page. */
@Named("telling")
@RequestScoped
public class NotificationPreferencesView {

    @Inject Actors actors;
    @Inject NotificationPreferences choosing;

    private Actor actor;
    private boolean push;
    private String mailTo;
    private String quietFrom;
    private String quietUntil;
    private boolean urgentAlways;
    private String digestAt;
    private String wrong;

    @PostConstruct
    void open() {
        actor = actors.actor();
        NotificationChoice chosen = choosing.chosen(actor);
        push = chosen.push();
        mailTo = chosen.mailTo();
        quietFrom = chosen.quiet() == null ? null : chosen.quiet().from().toString();
        quietUntil = chosen.quiet() == null ? null : chosen.quiet().until().toString();
        urgentAlways = chosen.urgentAlways();
        digestAt = chosen.digestAt() == null ? null : chosen.digestAt().toString();
    }

    /** The page comes back with what was chosen, or says what is wrong with it. */
    public String choose() {
        LocalTime from = time(quietFrom);
        LocalTime until = time(quietUntil);
        if ((from == null) != (until == null) || from != null && from.equals(until)) {
            return sayWrong("telling.quietBoth");
        }
        QuietHours quiet = from == null ? null : new QuietHours(from, until);
        try {
            choosing.choose(
                    actor,
                    new NotificationChoice(push, mailTo, quiet, urgentAlways, time(digestAt)));
        } catch (RefusedException notAnAddress) {
            return sayWrong("telling.notAnAddress");
        }
        return "/organization/me?faces-redirect=true";
    }

    /** Browsers send nothing but times from such a field; anything else is as if it were empty. */
    private static LocalTime time(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String sayWrong(String key) {
        wrong = key;
        return null;
    }

    /** Which sentence says what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }

    public boolean isPush() {
        return push;
    }

    public void setPush(boolean push) {
        this.push = push;
    }

    public String getMailTo() {
        return mailTo;
    }

    public void setMailTo(String mailTo) {
        this.mailTo = mailTo;
    }

    public String getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(String quietFrom) {
        this.quietFrom = quietFrom;
    }

    public String getQuietUntil() {
        return quietUntil;
    }

    public void setQuietUntil(String quietUntil) {
        this.quietUntil = quietUntil;
    }

    public boolean isUrgentAlways() {
        return urgentAlways;
    }

    public void setUrgentAlways(boolean urgentAlways) {
        this.urgentAlways = urgentAlways;
    }

    public String getDigestAt() {
        return digestAt;
    }

    public void setDigestAt(String digestAt) {
        this.digestAt = digestAt;
    }
}
