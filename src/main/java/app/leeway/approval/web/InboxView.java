package app.leeway.approval.web;

import app.leeway.approval.ApprovalCard;
import app.leeway.approval.ApprovalFilter;
import app.leeway.approval.ApprovalFilter.View;
import app.leeway.approval.ApprovalState;
import app.leeway.approval.DecliningExceptions;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.approval.LookingAtApprovals.Place;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The exceptions that somebody decides, asked for or oversees, narrowed by the address. */
@Named("inbox")
@RequestScoped
public class InboxView {

    private static final int SHOWN = 20;

    @Inject Actors actors;

    @Inject Access access;

    @Inject LookingAtApprovals looking;

    @Inject ShowingApprovals showing;

    private Actor actor;
    private InboxAddress address;
    private ApprovalFilter filter;
    private List<ShownApproval> cards;
    private long count;
    private String next;

    @PostConstruct
    void open() {
        actor = actors.actor();
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER, Role.AUDITOR);
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        address = InboxAddress.of(parameters::get);
        filter = address.filter(usual());
        count = looking.count(filter, actor);
        List<ApprovalCard> found = looking.list(filter, actor, address.after(), SHOWN + 1);
        cards = found.stream().limit(SHOWN).map(card -> showing.shown(card.id())).toList();
        next = found.size() > SHOWN ? InboxAddress.written(Place.of(found.get(SHOWN - 1))) : null;
    }

    private View usual() {
        if (actor.is(Role.MANAGER) || actor.is(Role.LEADER)) {
            return View.DECIDE;
        }
        return actor.is(Role.AUDITOR) ? View.ALL : View.ASKED;
    }

    public List<ShownApproval> getCards() {
        return cards;
    }

    /** How many match, on all pages together. */
    public long getCount() {
        return count;
    }

    /** Where the next page begins; null on the last. */
    public String getNext() {
        return next;
    }

    public Map<String, String> getGiven() {
        return address.given();
    }

    /** {@code decide}, {@code asked} or {@code all}. */
    public String getView() {
        return filter.view().code();
    }

    /** The same as the interface understands it: by it the page asks whether anything is new. */
    public String getQuery() {
        return InboxAddress.query(filter) + "&limit=" + SHOWN;
    }

    public List<String> getViews() {
        return Arrays.stream(View.values()).map(View::code).toList();
    }

    /** The states in which an exception has ended; without one, those that are open are shown. */
    public List<String> getEnds() {
        return Arrays.stream(ApprovalState.values())
                .filter(state -> !state.isOpen())
                .map(ApprovalState::code)
                .toList();
    }

    /** The short list of reasons for a no. */
    public List<String> getReasons() {
        return Arrays.stream(DecliningExceptions.Reason.values())
                .map(DecliningExceptions.Reason::code)
                .toList();
    }
}
