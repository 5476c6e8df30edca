package app.leeway.gesture;

import app.leeway.organization.Actor;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A request that waits to be committed together with others, and whoever waits for its answer. */
record PendingCommit(
        UUID id,
        GestureRequest request,
        Actor actor,
        ResolvedRequest draft,
        CompletableFuture<Answer> answer) {

    PendingCommit(ResolvedRequest draft) {
        this(draft.id(), draft.request(), draft.actor(), draft, new CompletableFuture<>());
    }
}
