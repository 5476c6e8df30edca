package app.leeway.notification;

import app.leeway.outgoing.NotPublicException;
import app.leeway.outgoing.Reply;
import app.leeway.outgoing.SafeHttpClient;
import app.leeway.shared.JsonParts;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notifications to devices by Web Push (RFC 8030), encrypted for the device (RFC 8291), signed with
 * the installation's own key (RFC 8292). Even inside the encryption there is nothing of anybody: it
 * lights up on screens that others see.
 */
@ApplicationScoped
public class PushChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(PushChannel.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SECONDS_URGENT = 600;
    private static final int SECONDS_USUAL = 24 * 3600;

    @Inject PushDevices devices;
    @Inject InstallationKeys keys;
    @Inject SafeHttpClient courier;
    @Inject Origin origin;
    @Inject NotificationText text;

    private volatile WebPush signed;

    @Override
    public String code() {
        return "push";
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** What browsers subscribe with: 65 bytes, base64url. */
    public String publicKey() {
        byte[] key = signed().getVapidKeys().getApplicationServerKey();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    @Override
    public void send(List<Claim> due, Fate fate) {
        due.forEach(one -> send(one, fate));
    }

    private void send(Claim due, Fate fate) {
        Optional<PushDevices.Device> device = devices.find(due.device());
        if (device.isEmpty()) {
            return; // gone since, and its sendings with it
        }
        byte[] body = encrypted(due, device.get());
        if (body == null) {
            fate.refused(due, "it cannot be encrypted for the device");
            return;
        }
        String endpoint = device.get().endpoint();
        try {
            judge(due, courier.post(endpoint, headers(endpoint, due), body, PATIENCE), fate);
        } catch (NotPublicException e) {
            devices.forget(due.device());
        } catch (IOException e) {
            fate.failed(due, "the push service: " + e.getMessage());
        }
    }

    /** Null for a key that is none: a browser gives out no such, but others may. */
    private byte[] encrypted(Claim due, PushDevices.Device device) {
        try {
            return signed().getBody(payload(due), device.publicKey(), device.auth());
        } catch (Exception notAKey) { // the library declares none of what it throws
            LOG.log(Level.FINE, "no key of a device", notAKey);
            return null;
        }
    }

    private void judge(Claim due, Reply reply, Fate fate) {
        String problem = "the push service answered " + reply.status();
        if (reply.isGood()) {
            fate.sent(due);
        } else if (reply.status() == 404 || reply.status() == 410) {
            devices.forget(due.device());
        } else if (reply.status() == 429 || reply.status() >= 500) {
            fate.failed(due, problem);
        } else {
            fate.refused(due, problem);
        }
    }

    /** The tag makes a second copy take the place of the first. */
    private byte[] payload(Claim due) {
        return JsonParts.object()
                .add("tag", due.notification().id().toString())
                .add("text", NotificationText.brief(due.notification(), due.language()))
                .add("link", text.link(due.notification()))
                .add("urgent", due.notification().urgent())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> headers(String endpoint, Claim due) {
        boolean urgent = due.notification().urgent();
        String topic = due.notification().id().toString().replace("-", "");
        Map<String, String> headers =
                new HashMap<>(
                        signed().getHeaders(
                                        endpoint,
                                        urgent ? SECONDS_URGENT : SECONDS_USUAL,
                                        topic,
                                        urgent ? WebPush.Urgency.High : WebPush.Urgency.Normal));
        headers.remove("Content-Length");
        return headers;
    }

    private WebPush signed() {
        if (signed == null) {
            KeyPair pair = keys.pair("vapid");
            signed =
                    new WebPush(
                            origin.url().replaceFirst("^http:", "https:"), // or refused
                            new VapidKeys(
                                    (ECPublicKey) pair.getPublic(),
                                    (ECPrivateKey) pair.getPrivate()));
        }
        return signed;
    }
}
