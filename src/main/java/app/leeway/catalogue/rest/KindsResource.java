package app.leeway.catalogue.rest;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Kind;
import app.leeway.http.MoneyJson;
import app.leeway.http.Page;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The catalogue of gestures: everybody in the company may know. */
@Path("kinds")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class KindsResource {

    @Inject Actors actors;
    @Inject Catalogues catalogues;
    @Inject Organizations organizations;

    /** A kind of gesture. */
    public record KindJson(
            String code,
            LocalizedText name,
            String category,
            String model,
            MoneyJson cost,
            List<MoneyJson> presets,
            MoneyJson perKm,
            String customer,
            boolean outreach,
            List<String> bends,
            List<String> sites) {

        static KindJson of(Kind kind, String currency) {
            return new KindJson(
                    kind.code(),
                    kind.name(),
                    kind.category(),
                    kind.cost().code(),
                    MoneyJson.of(kind.presetMinor(), currency),
                    kind.presets().stream().map(p -> MoneyJson.of(p, currency)).toList(),
                    MoneyJson.of(kind.perKmMinor(), currency),
                    kind.customerRequired() ? "required" : "optional",
                    kind.outreach(),
                    kind.bends(),
                    kind.sites());
        }
    }

    @GET
    public Page<KindJson> list() {
        actors.actor();
        String currency = organizations.current().company().currency();
        return Page.whole(
                catalogues.current().kinds().stream()
                        .map(kind -> KindJson.of(kind, currency))
                        .toList());
    }
}
