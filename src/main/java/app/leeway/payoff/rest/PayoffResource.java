package app.leeway.payoff.rest;

import app.leeway.http.AtMost;
import app.leeway.http.Form;
import app.leeway.http.Languages;
import app.leeway.organization.Actor;
import app.leeway.organization.Actors;
import app.leeway.payoff.EstimatingPayoff;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** What gestures were worth, of episodes that the caller brings. */
@Path("payoff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class PayoffResource {

    private static final long EPISODES_BYTES_MAX = 32L * 1024 * 1024;

    @Inject Actors actors;
    @Inject EstimatingPayoff estimating;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @POST
    @Path("estimate")
    @AtMost(EPISODES_BYTES_MAX)
    public ReportJson estimate(Form form) {
        EpisodesForm asked = EpisodesForm.read(form);
        Actor actor = actors.actor();
        return ReportJson.of(
                estimating.estimating(actor, asked.episodes(), asked.question()),
                asked.details(),
                Languages.wanted(acceptLanguage, actor.language()));
    }
}
