package app.leeway.gesture.rest;

import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureRow;
import app.leeway.gesture.GestureState;
import app.leeway.gesture.Gestures;
import app.leeway.gesture.Review;
import app.leeway.guardrail.Outcome;
import app.leeway.http.Page;
import app.leeway.http.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Which stretch of which gestures is wanted. */
record GestureList(GestureFilter filter, Gestures.Place after, int limit) {

    /**
     * @throws app.leeway.shared.RefusedException INVALID with everything wrong in the query
     */
    static GestureList read(Query query) {
        String state = query.optional("state").oneOf(codes(GestureState.values()));
        String review = query.optional("review").oneOf(codes(Review.values()));
        String outcome = query.optional("outcome").oneOf(names(Outcome.values()));
        GestureFilter filter =
                new GestureFilter(
                        query.optional("site").code(),
                        query.optional("kind").code(),
                        query.optional("staff").code(),
                        query.optional("customer").code(),
                        query.optional("clause").code(),
                        state == null ? null : GestureState.of(state),
                        Review.of(review),
                        outcome == null ? null : Outcome.valueOf(outcome),
                        query.instant("from"),
                        query.instant("until"),
                        query.truth("late"));
        int limit = query.limit();
        Gestures.Place after = query.after(GestureList::place);
        query.complete();
        return new GestureList(filter, after, limit);
    }

    Page<GestureJson> page(List<GestureRow> found) {
        return Page.of(found, limit, row -> row.receivedAt() + " " + row.id()).map(GestureJson::of);
    }

    private static Gestures.Place place(String position) {
        String[] parts = position.split(" ", 2);
        return new Gestures.Place(
                Instant.parse(parts[0]), UUID.fromString(parts.length < 2 ? "" : parts[1]));
    }

    private static String[] codes(GestureState[] states) {
        return Arrays.stream(states).map(GestureState::code).toArray(String[]::new);
    }

    private static String[] codes(Review[] reviews) {
        return Arrays.stream(reviews).map(Review::code).toArray(String[]::new);
    }

    private static String[] names(Outcome[] outcomes) {
        return Arrays.stream(outcomes).map(Outcome::name).toArray(String[]::new);
    }
}
