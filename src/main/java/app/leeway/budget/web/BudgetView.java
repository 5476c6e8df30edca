package app.leeway.budget.web;

import app.leeway.budget.BudgetLine;
import app.leeway.budget.LedgerEntry;
import app.leeway.budget.LookingAtBudgets;
import app.leeway.budget.Reconciling;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One budget: how it stands, who holds money, its entries a page at a time, and whether they add
 * up.
 */
@Named("budget")
@ViewScoped
public class BudgetView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 30;
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    @Inject Actors actors;

    @Inject LookingAtBudgets looking;

    @Inject Reconciling reconciling;

    @Inject Clock clock;

    private String code;
    private String before;
    private Boolean addsUp;
    private transient BudgetLine line;
    private transient List<LedgerEntry> held;
    private transient List<LedgerEntry> entries;

    public void open() {
        Actor actor = actors.actor();
        line = looking.one(code, clock.instant(), actor);
        held = looking.held(code, actor);
        entries = looking.entries(code, clock.instant(), position(), PAGE, actor);
    }

    /** A place that no link of ours leads to is one that does not exist. */
    private Long position() {
        if (before == null || POSITION.matcher(before).matches()) {
            return before == null ? null : Long.valueOf(before);
        }
        throw new RefusedException(Refusal.NOT_FOUND, "there are no entries before " + before);
    }

    /** Sums the entries of every period and compares: only when asked, since it reads them all. */
    public void check() {
        open();
        addsUp =
                reconciling.reconcile().differences().stream()
                        .noneMatch(difference -> difference.budget().equals(code));
    }

    /** Where the page of older entries begins; null when these are all. */
    public Long getOlder() {
        return entries.size() < PAGE ? null : entries.get(entries.size() - 1).id();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public Boolean getAddsUp() {
        return addsUp;
    }

    public BudgetLine getLine() {
        return line;
    }

    public List<LedgerEntry> getHeld() {
        return held;
    }

    public List<LedgerEntry> getEntries() {
        return entries;
    }
}
