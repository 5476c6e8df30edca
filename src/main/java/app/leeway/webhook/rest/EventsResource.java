package app.leeway.webhook.rest;

import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.organization.identity.DisabledPeople;
import app.leeway.organization.identity.EndedSignIns;
import app.leeway.organization.identity.SignIn;
import app.leeway.organization.identity.SignedIn;
import app.leeway.shared.RefusedException;
import app.leeway.webhook.CloudEvent;
import app.leeway.webhook.EventStream;
import app.leeway.webhook.EventStreams;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What happens to gestures and approvals, as it happens, for machines that listen. */
@Path("events")
@RequestScoped
public class EventsResource {

    private static final Logger LOG = Logger.getLogger(EventsResource.class.getName());
    private static final MediaType EVENT = MediaType.valueOf(CloudEvent.MEDIA_TYPE);

    @Inject Actors actors;
    @Inject SignedIn signedIn;
    @Inject EventStreams streams;
    @Inject DisabledPeople disabled;
    @Inject EndedSignIns ended;

    /** The end of the line that the server holds. */
    private static final class Line implements EventStream.Listener {
        private final SseEventSink sink;
        private final Sse sse;
        private final BooleanSupplier isSentAway;
        private volatile CompletionStage<?> last;

        Line(SseEventSink sink, Sse sse, BooleanSupplier isSentAway) {
            this.sink = sink;
            this.sse = sse;
            this.isSentAway = isSentAway;
        }

        @Override
        public boolean isReady() {
            return last == null || last.toCompletableFuture().isDone();
        }

        @Override
        public void tell(long seq, String type, String event) {
            send(
                    sse.newEventBuilder()
                            .id(String.valueOf(seq))
                            .name(type)
                            .mediaType(EVENT)
                            .data(String.class, event)
                            .build());
        }

        @Override
        public void beat() {
            send(sse.newEventBuilder().comment("here").build());
        }

        private void send(OutboundSseEvent event) {
            try {
                last = sink.send(event);
            } catch (IllegalStateException closed) {
                end();
            }
        }

        @Override
        public void end() {
            try {
                sink.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "whoever listened had hung up", e);
            }
        }

        @Override
        public boolean isGone() {
            return isSentAway.getAsBoolean() || sink.isClosed() || isReady() && isBroken();
        }

        private boolean isBroken() {
            return last != null && last.toCompletableFuture().isCompletedExceptionally();
        }
    }

    /**
     * @param lastSeen the id of the last event, as an event source sends it when it comes back
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(
            @HeaderParam("Last-Event-ID") String lastSeen,
            @Context SseEventSink sink,
            @Context Sse sse) {
        SignIn signIn = signedIn.signIn().orElseThrow();
        Line line =
                new Line(
                        sink, sse, () -> ended.isOver(signIn) || disabled.isDisabled(signIn.sub()));
        if (signedIn.roles().contains(Role.SYSTEM)) {
            streams.openingForMachine(signIn.sub(), number(lastSeen), line);
        } else {
            streams.open(actors.actor(), number(lastSeen), line);
        }
        line.beat();
    }

    private static Long number(String lastSeen) {
        if (lastSeen == null || lastSeen.isBlank()) {
            return null;
        }
        if (!lastSeen.trim().matches("\\d{1,18}")) {
            throw RefusedException.invalid(
                    "Last-Event-ID", "wrong-type", "Last-Event-ID must be the id of an event");
        }
        return Long.valueOf(lastSeen.trim());
    }
}
