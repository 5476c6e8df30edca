package app.leeway.gesture.web;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Touchpoint;
import app.leeway.gesture.CustomerReads;
import app.leeway.gesture.GestureDetail;
import app.leeway.gesture.Gestures;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/**
 * One gesture: the verdict and its reasons, who and what and when, the way of the money, what
 * became of it.
 */
@Named("gesture")
@RequestScoped
public class GestureView {

    @Inject Actors actors;

    @Inject Access access;

    @Inject Gestures gestures;

    @Inject CustomerReads reads;

    @Inject Rules rules;

    @Inject Catalogues catalogues;

    private String id;
    private GestureDetail detail;
    private List<LocalizedText> bends;
    private LocalizedText touchpoint;

    public void open() {
        Actor actor = actors.actor();
        detail = gestures.get(key(), access.reach(actor));
        reads.of(actor, detail);
        bends = detail.row().bends().stream().map(this::words).toList();
        touchpoint =
                detail.touchpoint() == null
                        ? null
                        : catalogues
                                .current()
                                .touchpoint(detail.touchpoint())
                                .map(Touchpoint::name)
                                .orElse(LocalizedText.same(detail.touchpoint()));
    }

    private UUID key() {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no gesture '" + id + "'.");
        }
    }

    private LocalizedText words(String code) {
        return rules.current().clauses().stream()
                .filter(clause -> clause.code().equals(code))
                .findFirst()
                .map(Clause::text)
                .orElse(LocalizedText.same(code));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public GestureDetail getDetail() {
        return detail;
    }

    public List<LocalizedText> getBends() {
        return bends;
    }

    public LocalizedText getTouchpoint() {
        return touchpoint;
    }
}
