package app.leeway.approval.web;

import app.leeway.approval.Decider;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.budget.BudgetLine;
import app.leeway.budget.LookingAtBudgets;
import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureRow;
import app.leeway.gesture.GestureState;
import app.leeway.gesture.Gestures;
import app.leeway.gesture.Review;
import app.leeway.guardrail.Outcome;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What needs me now? Answered for whoever logs, decides, leads or looks after the whole. */
@Named("start")
@RequestScoped
public class StartView {

    private static final int A_FEW = 5;

    /** A budget with a fifth left or less is running low. */
    private static final int LOW_DIVISOR = 5;

    /** Somebody waits: the gesture, and names of those who could answer, the nearest first. */
    public record Waiting(GestureRow row, List<String> couldAnswer) {}

    @Inject Actors actors;

    @Inject Access access;

    @Inject Gestures gestures;

    @Inject LookingAtBudgets looking;

    @Inject Organizations organizations;

    @Inject LookingAtApprovals approvals;

    @Inject Clock clock;

    private Actor actor;
    private List<Waiting> waiting = List.of();
    private List<GestureRow> toLookAt = List.of();
    private List<GestureRow> told = List.of();
    private List<GestureRow> latest = List.of();
    private List<GestureRow> mine = List.of();
    private List<BudgetLine> budgets = List.of();

    @PostConstruct
    void open() {
        actor = actors.actor();
        budgets = looking.all(actor);
        if (actor.is(Role.STAFF)) {
            mine = few(filter(actor.user(), null, null, null, null));
        }
        if (isOverseer()) {
            readWhatNeedsSomebody();
        }
    }

    private void readWhatNeedsSomebody() {
        Organization organization = organizations.current();
        ZoneId zone = organization.zoneOf(actor.at());
        Instant yesterday =
                LocalDate.now(clock.withZone(zone)).minusDays(1).atStartOfDay(zone).toInstant();
        List<GestureRow> asked =
                few(filter(null, GestureState.AWAITING_APPROVAL, null, null, null));
        Map<UUID, List<Decider>> deciders =
                approvals.deciders(asked.stream().map(GestureRow::id).toList());
        waiting =
                asked.stream().map(row -> new Waiting(row, names(deciders.get(row.id())))).toList();
        toLookAt =
                new ArrayList<>(
                        few(filter(null, GestureState.SETTLED, Review.AGAINST_NEVER, null, null)));
        toLookAt.addAll(few(filter(null, GestureState.SETTLED, Review.TO_BE_REVIEWED, null, null)));
        told = few(filter(null, null, null, Outcome.GO_AND_TELL, yesterday));
        latest = few(GestureFilter.ALL);
    }

    private List<GestureRow> few(GestureFilter filter) {
        return gestures.page(filter, access.reach(actor), 0, A_FEW);
    }

    private static GestureFilter filter(
            String staff, GestureState state, Review review, Outcome outcome, Instant from) {
        return new GestureFilter(
                null, null, staff, null, null, state, review, outcome, from, null, false);
    }

    private static List<String> names(List<Decider> deciders) {
        return deciders == null
                ? List.of()
                : deciders.stream().map(decider -> decider.person().name()).toList();
    }

    /** Reads everything anew, when something has changed. */
    public void refresh() {
        open();
    }

    public boolean isOverseer() {
        return actor.is(Role.MANAGER) || actor.is(Role.LEADER) || actor.is(Role.AUDITOR);
    }

    /** Budgets of which little is left, or that have been passed. */
    public List<BudgetLine> getLow() {
        return budgets.stream()
                .filter(
                        line ->
                                line.overdraft().minor() > 0
                                        || line.left().minor() * LOW_DIVISOR
                                                <= line.limit().minor())
                .toList();
    }

    public List<BudgetLine> getBudgets() {
        return budgets;
    }

    public List<Waiting> getWaiting() {
        return waiting;
    }

    public List<GestureRow> getToLookAt() {
        return toLookAt;
    }

    public List<GestureRow> getTold() {
        return told;
    }

    public List<GestureRow> getLatest() {
        return latest;
    }

    public List<GestureRow> getMine() {
        return mine;
    }
}
