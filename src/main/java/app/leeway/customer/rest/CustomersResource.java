package app.leeway.customer.rest;

import app.leeway.audit.NotedReads;
import app.leeway.customer.Customer;
import app.leeway.customer.Customers;
import app.leeway.customer.ImportedCustomers;
import app.leeway.customer.ImportingCustomers;
import app.leeway.customer.TakingInCustomers;
import app.leeway.http.Field;
import app.leeway.http.MaxBodySize;
import app.leeway.http.Query;
import app.leeway.http.rate.Searching;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/** Customers, found by whatever they can say, and taken in from a table. */
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CustomersResource {

    private static final int FOUND_MAX = 10;
    private static final int SAID_MIN = 2;
    private static final int SAID_MAX = 200;
    private static final long FILE_MAX = 100L * 1024 * 1024;

    @Inject Actors actors;
    @Inject Customers customers;
    @Inject ImportingCustomers importing;
    @Inject NotedReads reads;

    /** What a gesture needs to know of a customer; how to reach them is not part of it. */
    public record CustomerJson(
            String code,
            String name,
            String tier,
            String priceLevel,
            String memberOf,
            String knownAs,
            LocalDate birthDate,
            String known) {

        static CustomerJson of(Customer customer) {
            return new CustomerJson(
                    customer.code(),
                    customer.name(),
                    customer.tier(),
                    customer.priceLevel(),
                    customer.memberOf(),
                    customer.knownAs(),
                    customer.birthDate(),
                    customer.known());
        }
    }

    /** Those found, the likeliest first. */
    public record FoundJson(List<CustomerJson> items) {}

    @GET
    @Searching
    public FoundJson find(@Context UriInfo uri) {
        Query query = Query.of(uri);
        Field field = query.required("q");
        String said = field.text(SAID_MAX);
        if (said != null && !said.isBlank() && said.strip().length() < SAID_MIN) {
            field.wrong("too-short", "needs " + SAID_MIN + " characters");
        }
        query.complete();
        Actor actor = actors.actor();
        List<Customer> found = customers.find(said, FOUND_MAX);
        reads.ofCustomers(actor, found.stream().map(c -> String.valueOf(c.id())).toList());
        return new FoundJson(found.stream().map(CustomerJson::of).toList());
    }

    @GET
    @Path("{code}")
    @Searching
    public CustomerJson get(@PathParam("code") String code) {
        Actor actor = actors.actor();
        Customer customer =
                customers
                        .byCode(code)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND,
                                                "there is no customer '" + code + "'"));
        reads.ofCustomers(actor, List.of(String.valueOf(customer.id())));
        return CustomerJson.of(customer);
    }

    @POST
    @Consumes("text/csv")
    @MaxBodySize(FILE_MAX)
    public ImportedCustomers add(InputStream csv) {
        return importing.importFrom(actors.actor(), csv, TakingInCustomers.Progress.UNSEEN);
    }
}
