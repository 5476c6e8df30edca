package app.leeway.gesture;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.Ledger;
import app.leeway.gesture.CountingGestures.Counted;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Usage;
import app.leeway.organization.Organization;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * One commit of many gestures: each is judged in the order of arrival on the newest figures, and
 * everything that must be true together (gestures, entries, figures, record) is written together,
 * one statement per table.
 */
@ApplicationScoped
class CommitBatch {

    /** What a member gets: its answer, or why it is refused before it could be judged. */
    record Result(Answer answer, RefusedException refused) {

        void tell(CompletableFuture<Answer> waiting) {
            if (refused != null) {
                waiting.completeExceptionally(refused);
            } else {
                waiting.complete(answer);
            }
        }
    }

    @Inject RuleSnapshot.Keeper premises;

    @Inject RequestResolver drafting;

    @Inject GestureStore store;

    @Inject CountingGestures counting;

    @Inject RunningTotals kept;

    @Inject Ledger ledger;

    @Inject AuditTrail audit;

    @Inject ApproverLookup addressing;

    @Inject TellingLateEntries lateEntries;

    @Inject Event<GesturesChanged> changed;

    /** An answer, or a refusal, for the id of every member. */
    @Transactional(TxType.REQUIRES_NEW)
    Map<UUID, Result> commit(List<PendingCommit> members) {
        GestureStore.Known known = store.known(members);
        Map<UUID, Result> results = new HashMap<>();
        List<Assessment> judgings = new ArrayList<>();
        for (PendingCommit member : members) {
            try {
                GestureRecord before = known.recorded().get(member.id());
                if (before != null) {
                    Organization people = premises.asOf(known.revision()).organization();
                    Answer answer = before.answerTo(member.request(), member.actor(), people);
                    results.put(member.id(), new Result(answer, null));
                } else if (known.taken().contains(member.id())) {
                    throw new RefusedException(
                            Refusal.KEY_REUSED, "this key was used for another request");
                } else {
                    judgings.add(judging(member, known));
                }
            } catch (RefusedException e) {
                results.put(member.id(), new Result(null, e));
            }
        }
        for (Decision decision : decide(judgings)) {
            results.put(decision.draft().id(), new Result(decision.answer(), null));
        }
        return results;
    }

    private Assessment judging(PendingCommit member, GestureStore.Known known) {
        ResolvedRequest draft = member.draft();
        boolean rulesChanged = draft.premises().revision() != known.revision();
        if (rulesChanged || draft.booking().isLate()) { // a month may have closed while it waited
            draft =
                    drafting.draft(
                            member.id(),
                            member.request(),
                            member.actor(),
                            premises.asOf(known.revision()));
        }
        return new Assessment(
                draft, GestureStore.known(known.customers(), member.request().customer()));
    }

    /** Locks in one order for all: keys that are counted, budgets by id, the end of the record. */
    private List<Decision> decide(List<Assessment> judgings) {
        if (judgings.isEmpty()) {
            return List.of();
        }
        List<Question> questions =
                judgings.stream().flatMap(j -> j.questions().stream()).distinct().toList();
        store.lockKeys(
                questions,
                judgings.stream()
                        .filter(j -> j.draft().booking().isLate())
                        .map(Assessment::keys)
                        .toList());
        TreeSet<Long> periods = new TreeSet<>();
        judgings.forEach(j -> periods.addAll(j.draft().periodIds()));
        Map<Long, BudgetBalance> standings = new LinkedHashMap<>(ledger.lock(periods));
        Map<Question, Counted> counted =
                counting.count(
                        questions, judgings.get(0).draft().premises().organization(), List.of());
        List<Decision> decisions = new ArrayList<>();
        for (Assessment judging : judgings) {
            Decision decision = judging.decide(decisions, counted, standings);
            decision.shares().forEach(s -> standings.put(s.on().periodId(), s.after()));
            decisions.add(decision);
        }
        ApproverLookup.Routed routed = addressing.route(Decision.requests(decisions));
        List<Decision> told = decisions.stream().map(d -> d.answered(routed)).toList();
        write(told, routed);
        kept.forget(told.stream().filter(Decision::isLate).map(d -> d.draft().id()).toList());
        keep(questions, counted, told);
        return told;
    }

    private void keep(
            List<Question> questions, Map<Question, Counted> counted, List<Decision> decisions) {
        Map<Question, Usage> tallies = new HashMap<>();
        for (Question question : questions) {
            if (RunningTotals.keeps(question)) {
                tallies.put(question, Assessment.tally(question, counted, decisions));
            }
        }
        kept.keep(tallies, decisions.get(0).draft().premises().revision());
    }

    private static List<AuditNote> logged(Decision decision, GestureSeal seal) {
        return GestureNotes.logged(decision, seal, decision.postings());
    }

    private void write(List<Decision> decisions, ApproverLookup.Routed routed) {
        Map<UUID, GestureSeal> seals = store.write(decisions);
        lateEntries.tell(decisions.stream().filter(Decision::isLate).toList());
        ledger.post(decisions.stream().flatMap(d -> d.postings().stream()).toList());
        routed.open();
        audit.append(
                decisions.stream()
                        .flatMap(d -> logged(d, seals.get(d.draft().id())).stream())
                        .toList());
        List<ResolvedRequest> drafts = decisions.stream().map(Decision::draft).toList();
        changed.fire(
                new GesturesChanged(
                        drafts.stream().map(ResolvedRequest::id).toList(),
                        drafts.stream().map(ResolvedRequest::place).collect(Collectors.toSet()),
                        drafts.stream()
                                .map(d -> d.actor().personId())
                                .collect(Collectors.toSet())));
    }
}
