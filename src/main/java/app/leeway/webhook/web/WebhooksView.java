package app.leeway.webhook.web;

import app.leeway.audit.AuditSubjects;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import app.leeway.webhook.KeepingWebhooks;
import app.leeway.webhook.Webhook;
import app.leeway.webhook.WebhookDelivery;
import app.leeway.webhook.WebhookTrial;
import app.leeway.webhook.Webhooks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is called when something happens, and what did not come through, for those who keep it. */
@Named("hooks")
@RequestScoped
public class WebhooksView {

    private static final int DEAD_SHOWN = 10;

    @Inject Actors actors;
    @Inject Webhooks webhooks;
    @Inject KeepingWebhooks keeping;
    @Inject WebhookTrial trying;
    @Inject AuditSubjects published;

    private Actor actor;
    private List<Row> all;
    private String url;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private List<Subject> subjects;
    private String secret;
    private String wrong;
    private String done;

    /** A receiver, and what was given up for it, the latest first. */
    public record Row(Webhook hook, List<WebhookDelivery> dead) {}

    /**
     * What events are about.
     *
     * @param prefix of their types: {@code gesture}
     * @param label what the page calls it
     */
    public record Subject(String prefix, String label) {}

    @PostConstruct
    void open() {
        actor = actors.actor();
        subjects =
                published.published().stream()
                        .map(prefix -> new Subject(prefix, label(prefix)))
                        .sorted(Comparator.comparing(Subject::label))
                        .toList();
        subjects.forEach(subject -> wanted.put(subject.prefix(), true));
        read();
    }

    private static String label(String prefix) {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication()
                .getResourceBundle(faces, "msg")
                .getString("hooks.events." + prefix);
    }

    private void read() {
        all =
                webhooks.all(actor).stream()
                        .map(
                                hook ->
                                        new Row(
                                                hook,
                                                webhooks.deliveries(
                                                        actor,
                                                        hook.id(),
                                                        "dead",
                                                        null,
                                                        DEAD_SHOWN)))
                        .toList();
    }

    /** The page comes back with the secret, this once, or says what is wrong with the address. */
    public void add() {
        List<String> events =
                subjects.stream()
                        .map(Subject::prefix)
                        .filter(wanted::get)
                        .map(prefix -> prefix + ".*")
                        .toList();
        try {
            secret = keeping.add(actor, url == null ? "" : url, events).secret();
            url = null;
        } catch (RefusedException refused) {
            wrong =
                    refused.violations().isEmpty()
                            ? "hooks.wrong.other"
                            : "hooks.wrong." + refused.violations().get(0).code();
        }
        read();
    }

    public void remove(UUID hook) {
        keeping.remove(actor, hook);
        done = "hooks.removed";
        read();
    }

    public void test(UUID hook) {
        trying.test(actor, hook);
        done = "hooks.tested";
        read();
    }

    public void again(UUID hook, UUID delivery) {
        trying.again(actor, hook, delivery);
        done = "hooks.sentAgain";
        read();
    }

    public List<Row> getAll() {
        return all;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public List<Subject> getSubjects() {
        return subjects;
    }

    /** By prefix, whether its events are wanted. */
    public Map<String, Boolean> getWanted() {
        return wanted;
    }

    public String getSecret() {
        return secret;
    }

    /** Which sentence says what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }

    /** Which sentence says what was done; null: nothing was. */
    public String getDone() {
        return done;
    }
}
