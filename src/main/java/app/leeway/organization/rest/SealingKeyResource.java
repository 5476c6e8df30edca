package app.leeway.organization.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.http.MaxBodySize;
import app.leeway.organization.Actor;
import app.leeway.organization.KeepingTabletRules;
import app.leeway.organization.identity.Actors;
import app.leeway.organization.identity.SealingKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;

/** What a shared tablet seals for the server, and how it is opened for whoever wrote it. */
@Path("me/sealing-key")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class SealingKeyResource {

    private static final int ITEMS_MAX = 50;
    private static final int SEALED_MAX = 16 * 1024;
    private static final long BYTES_MAX = 1024 * 1024;

    @Inject Actors actors;
    @Inject SealingKeys keys;
    @Inject KeepingTabletRules rules;

    /**
     * @param publicKey SPKI in base64
     * @param offlineForSeconds how long a page may stay open without asking this again
     */
    public record SealingKeyJson(String person, String publicKey, long offlineForSeconds) {}

    /**
     * @param entry as it was sealed; null: it was not sealed for this person
     */
    public record OpenedJson(String id, @JsonbNillable String entry) {}

    /** In the order in which they came. */
    public record OpenedListJson(List<OpenedJson> items) {}

    private record Item(String id, byte[] sealed) {}

    @GET
    public SealingKeyJson get() {
        Actor actor = actors.actor();
        return new SealingKeyJson(
                actor.user(),
                Base64.getEncoder().encodeToString(keys.publicKey(actor)),
                rules.current().untilClosed().toSeconds());
    }

    @POST
    @Path("open")
    @MaxBodySize(BYTES_MAX)
    public OpenedListJson open(Form form) {
        List<Item> items = form.required("items").list(ITEMS_MAX, SealingKeyResource::item);
        form.complete();
        Actor actor = actors.actor();
        return new OpenedListJson(
                items.stream()
                        .map(i -> new OpenedJson(i.id(), keys.open(i.sealed(), actor).orElse(null)))
                        .toList());
    }

    private static Item item(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        Item item = new Item(form.required("id").code(), base64(form.required("sealed")));
        form.refuseUnknown();
        return item;
    }

    private static byte[] base64(Field field) {
        String text = field.text(SEALED_MAX);
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return field.wrong("not-base64", "is not in base64");
        }
    }
}
