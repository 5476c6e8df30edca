package app.leeway.notification.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.notification.PushChannel;
import app.leeway.notification.PushDevices;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.UUID;

/** Devices of mine that are told. */
@Path("me/push")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class PushResource {

    private static final int KEY_BYTES = 65;
    private static final int AUTH_BYTES = 16;

    @Inject Actors actors;
    @Inject PushDevices devices;
    @Inject PushChannel pushing;

    /** What a browser subscribes with. */
    public record KeyJson(String key, int devices) {}

    /** What a device is called here. */
    public record DeviceJson(UUID id) {}

    @GET
    public KeyJson key() {
        return new KeyJson(pushing.publicKey(), devices.count(actors.actor()));
    }

    @POST
    public DeviceJson subscribe(Form form) {
        String endpoint = form.required("endpoint").text(2000);
        form.optional("expirationTime"); // browsers send it, mostly null: the service says when
        String page = form.required("page").oneOf("desk", "tap");
        Form keys = form.required("keys").form();
        byte[] key = keys == null ? null : bytes(keys.required("p256dh"), KEY_BYTES);
        byte[] auth = keys == null ? null : bytes(keys.required("auth"), AUTH_BYTES);
        if (keys != null) {
            keys.refuseUnknown();
        }
        form.complete();
        Actor actor = actors.actor();
        return new DeviceJson(
                devices.subscribe(actor, new PushDevices.Device(endpoint, key, auth, page)));
    }

    @DELETE
    @Path("{id}")
    public void unsubscribe(@PathParam("id") String id) {
        Actor actor = actors.actor();
        try {
            devices.unsubscribe(actor, UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return; // nobody's
        }
    }

    private static byte[] bytes(Field field, int length) {
        String text = field.text(100);
        if (text == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == length
                    ? bytes
                    : field.wrong("wrong-length", "must be " + length + " bytes");
        } catch (IllegalArgumentException e) {
            return field.wrong("wrong-type", "must be base64url");
        }
    }
}
