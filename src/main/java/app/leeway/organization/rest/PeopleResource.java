package app.leeway.organization.rest;

import app.leeway.http.MoneyJson;
import app.leeway.http.Page;
import app.leeway.organization.LookingAtPeople;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The people of the company, as far as the caller may see them. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PeopleResource {

    @Inject Actors actors;
    @Inject LookingAtPeople people;
    @Inject Organizations organizations;

    /** Somebody, and what an hour of theirs costs where that is known. */
    public record PersonJson(
            String user, String name, String at, List<String> roles, MoneyJson rate) {

        static PersonJson of(Person person, String currency) {
            return new PersonJson(
                    person.user(),
                    person.name(),
                    person.at(),
                    person.roles().stream().map(Role::code).toList(),
                    MoneyJson.of(person.rateMinor(), currency));
        }
    }

    @GET
    public Page<PersonJson> list() {
        List<Person> seen = people.seenBy(actors.actor());
        String currency = organizations.current().company().currency();
        return Page.whole(seen.stream().map(p -> PersonJson.of(p, currency)).toList());
    }
}
