package app.leeway.outbox.rest;

import app.leeway.http.Languages;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Actor;
import app.leeway.organization.Actors;
import app.leeway.outbox.ReadingWords;
import app.leeway.outbox.ToldWord;
import app.leeway.outbox.WordText;
import app.leeway.outbox.Words;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;

/** What I was told. */
@Path("words")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WordsResource {

    @Inject Actors actors;
    @Inject Words words;
    @Inject ReadingWords reading;
    @Inject WordText text;

    /** A word, in the language of the reader. */
    @JsonbNillable
    public record WordJson(
            UUID id,
            String what,
            String subject,
            String text,
            String link,
            boolean urgent,
            Instant at,
            Instant readAt) {}

    @GET
    public Page<WordJson> list(
            @Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Query query = Query.of(uri);
        int limit = query.limit();
        Words.Position after = query.after(Words.Position::parse);
        query.complete();
        Actor actor = actors.actor();
        String language = Languages.wanted(languages, actor.language());
        return Page.of(
                        words.mine(actor, after, limit + 1),
                        limit,
                        word -> Words.Position.of(word).toString())
                .map(word -> json(word, language));
    }

    @POST
    @Path("{id}/read")
    public WordJson read(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Actor actor = actors.actor();
        return json(reading.read(actor, key(id)), Languages.wanted(languages, actor.language()));
    }

    private WordJson json(ToldWord word, String language) {
        return new WordJson(
                word.id(),
                word.what(),
                word.subject(),
                text.in(word, language),
                WordText.link(word),
                word.urgent(),
                word.at(),
                word.readAt());
    }

    private static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_FOUND, "You were told no word " + id + ".");
        }
    }
}
