package app.leeway.spotcheck.rest;

import app.leeway.absence.rest.AbsencesResource.PersonJson;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.identity.Actors;
import app.leeway.spotcheck.RuleQuestion;
import app.leeway.spotcheck.RuleQuestions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** What practice asks of the rules. */
@Path("rule-questions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RuleQuestionsResource {

    @Inject Actors actors;
    @Inject RuleQuestions questions;

    /** Either {@code clause} or {@code guardrail} is left out. */
    public record QuestionJson(
            long id, String clause, String guardrail, String question, PersonJson by, Instant at) {

        static QuestionJson of(RuleQuestion asked) {
            return new QuestionJson(
                    asked.id(),
                    asked.clause(),
                    asked.guardrail(),
                    asked.text(),
                    new PersonJson(asked.user(), asked.name()),
                    asked.at());
        }
    }

    @GET
    public Page<QuestionJson> list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        int limit = query.limit();
        Long before = query.after(Long::valueOf);
        query.complete();
        return Page.of(
                        questions.asked(actors.actor(), before, limit + 1),
                        limit,
                        question -> Long.toString(question.id()))
                .map(QuestionJson::of);
    }
}
