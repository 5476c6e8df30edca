package app.leeway.approval.rest;

import app.leeway.approval.Action;
import app.leeway.approval.ApprovalDetail;
import app.leeway.approval.Decider;
import app.leeway.approval.Denial;
import app.leeway.gesture.Granted;
import app.leeway.gesture.rest.GestureDetailJson;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One exception: what it is about, what a yes would do, what was said, and what can be done. */
public record ApprovalDetailJson(
        ApprovalJson approval,
        GestureDetailJson gesture,
        List<ShareJson> afterYes,
        List<DeciderJson> couldDecide,
        List<String> addressedTo,
        int approvalsNeeded,
        SaidJson firstYes,
        SaidJson decision,
        String reason,
        UUID restOf,
        UUID replacedBy,
        UUID rest,
        List<EntryJson> log,
        List<String> possible,
        List<ImpossibleJson> impossible) {

    /**
     * What a yes does to one budget; {@code beyond} would be an overdraft in the approver's name.
     */
    public record ShareJson(
            String budget,
            String per,
            MoneyJson limit,
            MoneyJson leftNow,
            MoneyJson leftAfter,
            MoneyJson beyond) {

        static ShareJson of(Granted.Share share) {
            return new ShareJson(
                    share.budget(),
                    share.per(),
                    MoneyJson.of(share.limit()),
                    MoneyJson.of(share.leftBefore()),
                    MoneyJson.of(share.leftAfter()),
                    MoneyJson.of(share.beyond()));
        }
    }

    /** Somebody who may decide; {@code standsInFor} is a user name. */
    public record DeciderJson(
            String user,
            String name,
            String at,
            int step,
            String standsInFor,
            boolean leadership,
            boolean present) {

        static DeciderJson of(Decider decider, Set<Long> present) {
            return new DeciderJson(
                    decider.person().user(),
                    decider.person().name(),
                    decider.person().at(),
                    decider.step(),
                    decider.standsInFor() == null ? null : decider.standsInFor().user(),
                    decider.leadership(),
                    present.contains(decider.person().id()));
        }
    }

    /** Who decided, and in whose place. */
    public record SaidJson(String user, String name, String inPlaceOf, Instant at) {

        static SaidJson of(ApprovalDetail.Said said) {
            return said == null
                    ? null
                    : new SaidJson(said.user(), said.name(), said.forName(), said.at());
        }
    }

    /** Something that was said or done; by itself where nobody is named. */
    public record EntryJson(
            Instant at,
            String verb,
            String user,
            String name,
            String inPlaceOf,
            String state,
            MoneyJson amount,
            String comment) {

        static EntryJson of(ApprovalDetail.Entry entry) {
            return new EntryJson(
                    entry.at(),
                    entry.verb(),
                    entry.user(),
                    entry.name(),
                    entry.forName(),
                    entry.state().code(),
                    MoneyJson.of(entry.amount()),
                    entry.comment());
        }
    }

    /** What cannot be done now, and why. */
    public record ImpossibleJson(String verb, String code, String why) {

        static ImpossibleJson of(Map.Entry<Action, Denial> verb) {
            return new ImpossibleJson(
                    verb.getKey().code(), verb.getValue().code(), verb.getValue().words());
        }
    }

    static ApprovalDetailJson of(ApprovalDetail detail, String language) {
        return new ApprovalDetailJson(
                ApprovalJson.of(detail.card()),
                GestureDetailJson.of(detail.facts(), language),
                detail.afterYes() == null
                        ? null
                        : detail.afterYes().shares().stream().map(ShareJson::of).toList(),
                detail.couldDecide().stream()
                        .map(decider -> DeciderJson.of(decider, detail.present()))
                        .toList(),
                detail.addressedTo().stream().map(d -> d.person().user()).toList(),
                detail.approvalsNeeded(),
                SaidJson.of(detail.firstYes()),
                SaidJson.of(detail.decided()),
                detail.reason(),
                detail.restOf(),
                detail.replacedBy(),
                detail.rest(),
                detail.log().stream().map(EntryJson::of).toList(),
                detail.possible().stream().map(Action::code).toList(),
                detail.impossible().entrySet().stream().map(ImpossibleJson::of).toList());
    }
}
