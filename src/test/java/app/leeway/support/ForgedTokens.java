package app.leeway.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made by hand: right in everything, or wrong in one thing. */
public final class ForgedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key;
    private final String keyId;

    private ForgedTokens(KeyPair key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /** The claims of a token. */
    public record Claims(ObjectNode json) {

        /** Those of a real one. */
        public static Claims of(String token) {
            try {
                byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
                return new Claims((ObjectNode) JSON.readTree(payload));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Claims with(String claim, String value) {
            ObjectNode more = json.deepCopy();
            more.put(claim, value);
            return new Claims(more);
        }

        public Claims without(String claim) {
            ObjectNode less = json.deepCopy();
            less.remove(claim);
            return new Claims(less);
        }

        /** Issued five minutes before it ends. */
        public Claims until(Instant end) {
            ObjectNode other = json.deepCopy();
            other.put("exp", end.getEpochSecond());
            other.put("iat", end.getEpochSecond() - 300);
            return new Claims(other);
        }
    }

    /** Puts a new key beside those of the realm; the realm publishes it, and signs with its own. */
    public static ForgedTokens withKeyIn(RealmUnderTest realm) {
        KeyPair key = newKey();
        String privateKey =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----";
        ObjectNode component = JSON.createObjectNode();
        component.put("name", "key-of-a-test");
        component.put("providerId", "rsa");
        component.put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = component.putObject("config");
        config.putArray("priority").add("-100");
        config.putArray("enabled").add("true");
        config.putArray("active").add("false");
        config.putArray("algorithm").add("RS256");
        config.putArray("privateKey").add(privateKey);
        realm.adds("components", component);
        return new ForgedTokens(key, keyId(realm, (RSAPublicKey) key.getPublic()));
    }

    private static String keyId(RealmUnderTest realm, RSAPublicKey key) {
        URI certs = URI.create(realm.issuer() + "/protocol/openid-connect/certs");
        JsonNode published = Tokens.exchange(HttpRequest.newBuilder(certs).build());
        for (JsonNode candidate : published.get("keys")) {
            BigInteger modulus =
                    new BigInteger(1, Base64.getUrlDecoder().decode(candidate.get("n").asText()));
            if (modulus.equals(key.getModulus())) {
                return candidate.get("kid").asText();
            }
        }
        throw new IllegalStateException("the realm does not publish the key: " + published);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the realm would. */
    public String signed(Claims claims) {
        return signedBy(key.getPrivate(), claims);
    }

    /** By somebody who names the realm's key and has another. */
    public String signedByStranger(Claims claims) {
        return signedBy(newKey().getPrivate(), claims);
    }

    private String signedBy(PrivateKey signer, Claims claims) {
        String content = content("RS256", claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String unsigned(Claims claims) {
        return content("none", claims) + ".";
    }

    /** The old trick: the public key, which everybody has, as a shared secret. */
    public String signedByHmac(Claims claims) {
        String content = content("HS256", claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            byte[] seal = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same signature under other claims. */
    public String changed(String token) {
        String[] parts = token.split("\\.");
        Claims other = Claims.of(token).with("preferred_username", "stina");
        return parts[0] + "." + encoded(other.json()) + "." + parts[2];
    }

    private String content(String algorithm, Claims claims) {
        ObjectNode header = JSON.createObjectNode();
        header.put("alg", algorithm).put("typ", "JWT").put("kid", keyId);
        return encoded(header) + "." + encoded(claims.json());
    }

    private static String encoded(JsonNode json) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
