package app.leeway.gesture;

import app.leeway.organization.Actor;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A request that waits to be committed together with others, and whoever waits for its answer. */
record Member(
        UUID id,
        GestureRequest request,
        Actor actor,
        Draft draft,
        CompletableFuture<Answer> answer) {

    Member(Draft draft) {
        this(draft.id(), draft.request(), draft.actor(), draft, new CompletableFuture<>());
    }
}
