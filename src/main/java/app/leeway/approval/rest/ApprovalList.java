package app.leeway.approval.rest;

import app.leeway.approval.ApprovalCard;
import app.leeway.approval.ApprovalFilter;
import app.leeway.approval.ApprovalState;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.http.Page;
import app.leeway.http.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Which stretch of which exceptions is wanted. */
record ApprovalList(ApprovalFilter filter, LookingAtApprovals.Place after, int limit) {

    /**
     * @throws app.leeway.shared.RefusedException INVALID with everything wrong in the query
     */
    static ApprovalList read(Query query) {
        String view =
                query.optional("view")
                        .oneOf(
                                Stream.of(ApprovalFilter.View.values())
                                        .map(ApprovalFilter.View::code)
                                        .toArray(String[]::new));
        String state =
                query.optional("state")
                        .oneOf(
                                Stream.of(ApprovalState.values())
                                        .map(ApprovalState::code)
                                        .toArray(String[]::new));
        ApprovalFilter filter =
                new ApprovalFilter(
                        view == null
                                ? ApprovalFilter.View.DECIDE
                                : ApprovalFilter.View.valueOf(view.toUpperCase(Locale.ROOT)),
                        state == null ? null : ApprovalState.of(state),
                        query.optional("site").code(),
                        query.optional("kind").code(),
                        query.truth("waiting"));
        int limit = query.limit();
        LookingAtApprovals.Place after = query.after(ApprovalList::place);
        query.complete();
        return new ApprovalList(filter, after, limit);
    }

    Page<ApprovalJson> page(List<ApprovalCard> found) {
        return Page.of(found, limit, ApprovalList::position).map(ApprovalJson::of);
    }

    private static String position(ApprovalCard card) {
        LookingAtApprovals.Place place = LookingAtApprovals.Place.of(card);
        return place.waiting() + " " + place.dueAt() + " " + place.id();
    }

    private static LookingAtApprovals.Place place(String position) {
        String[] parts = position.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException(position);
        }
        return new LookingAtApprovals.Place(
                Boolean.parseBoolean(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
    }
}
