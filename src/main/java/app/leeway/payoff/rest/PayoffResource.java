package app.leeway.payoff.rest;

import app.leeway.http.Languages;
import app.leeway.http.MaxBodySize;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.payoff.Edition;
import app.leeway.payoff.EstimatingPayoff;
import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.OwnGestures;
import app.leeway.payoff.Payoff;
import app.leeway.payoff.Precedents;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** What gestures were worth, of episodes that the caller brings. */
@Path("payoff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class PayoffResource {

    private static final int EDITION_MAX = 10;
    private static final long EPISODES_BYTES_MAX = 32L * 1024 * 1024;

    @Inject Actors actors;
    @Inject EstimatingPayoff estimating;
    @Inject LookingAtPayoff looking;
    @Inject Precedents precedents;
    @Inject OwnGestures own;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    /** What the company's own gestures were worth, or what its no cost. */
    @GET
    public EditionJson read(@Context UriInfo uri) {
        Query query = Query.of(uri);
        String about = query.optional("about").oneOf("given", "no");
        String edition = query.optional("edition").text(EDITION_MAX);
        String days = query.optional("days").oneOf("30", "90", "180", "365");
        query.complete();
        Actor actor = actors.actor();
        Edition.Key key =
                Edition.Key.of(
                        edition,
                        "no".equals(about) ? Edition.About.NO : Edition.About.GIVEN,
                        days == null ? looking.usualDays() : Integer.parseInt(days));
        return looking.read(actor, key)
                .map(r -> EditionJson.of(r, Languages.wanted(acceptLanguage, actor.language())))
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND, "nothing has been reckoned yet"));
    }

    /** What became of gestures like those that are given or decided now. */
    @GET
    @Path("precedents")
    public Page<Precedents.Precedent> precedents() {
        actors.actor();
        return Page.whole(precedents.all());
    }

    /** What became of the caller's own gestures. */
    @GET
    @Path("mine")
    public OwnGestures.Own mine() {
        return own.of(actors.actor());
    }

    @POST
    @Path("estimate")
    @MaxBodySize(EPISODES_BYTES_MAX)
    public ReportJson estimate(InputStream json) {
        Actor actor = actors.actor();
        return estimating.estimate(actor, () -> report(EpisodesForm.read(json), actor));
    }

    private ReportJson report(EpisodesForm asked, Actor actor) {
        return ReportJson.of(
                Payoff.estimate(asked.episodes(), asked.question()),
                asked.details(),
                Languages.wanted(acceptLanguage, actor.language()));
    }
}
