package app.leeway.outbox.web;

import app.leeway.organization.Actor;
import app.leeway.organization.Actors;
import app.leeway.outbox.machines.Delivery;
import app.leeway.outbox.machines.KeepingWebhooks;
import app.leeway.outbox.machines.TryingWebhooks;
import app.leeway.outbox.machines.Webhook;
import app.leeway.outbox.machines.Webhooks;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who is called when something happens, and what did not come through, for those who keep it. */
@Named("hooks")
@RequestScoped
public class WebhooksView {

    private static final int DEAD_SHOWN = 10;

    @Inject Actors actors;
    @Inject Webhooks webhooks;
    @Inject KeepingWebhooks keeping;
    @Inject TryingWebhooks trying;

    private Actor actor;
    private List<Row> all;
    private String url;
    private boolean gestures = true;
    private boolean approvals = true;
    private String secret;
    private String wrong;
    private String done;

    /** A receiver, and what was given up for it, the latest first. */
    public record Row(Webhook hook, List<Delivery> dead) {}

    @PostConstruct
    void open() {
        actor = actors.actor();
        read();
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
        List<String> events = new ArrayList<>();
        if (gestures) {
            events.add("gesture.*");
        }
        if (approvals) {
            events.add("approval.*");
        }
        try {
            secret = keeping.adding(actor, url == null ? "" : url, events).secret();
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
        keeping.removing(actor, hook);
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

    public boolean isGestures() {
        return gestures;
    }

    public void setGestures(boolean gestures) {
        this.gestures = gestures;
    }

    public boolean isApprovals() {
        return approvals;
    }

    public void setApprovals(boolean approvals) {
        this.approvals = approvals;
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
