package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Nordlyst;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a tablet is given to seal with, and who gets back what it sealed. */
class SealingKeyIT {

    private static final String ENTRY = "{\"id\":\"x\"}";

    private final Nordlyst nordlyst = Nordlyst.running();

    private PublicKey keyOf(String user) throws Exception {
        String key = nordlyst.as(user).get("/me/sealing-key").text("publicKey");
        assertThat(nordlyst.as(user).get("/me/sealing-key").text("publicKey")).isEqualTo(key);
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    }

    private ApiAnswer opens(String user, String sealed) {
        return nordlyst.as(user)
                .post(
                        "/me/sealing-key/open",
                        "{\"items\":[{\"id\":\"x\",\"sealed\":\"%s\"}]}".formatted(sealed));
    }

    @Test
    void p7_what_was_sealed_for_somebody_is_given_back_to_them_alone() throws Exception {
        byte[] text = ENTRY.getBytes(StandardCharsets.UTF_8);
        String sealed = Base64.getEncoder().encodeToString(TabletSeal.sealed(text, keyOf("anna")));
        assertThat(keyOf("gunnar")).isNotEqualTo(keyOf("anna"));

        assertThat(opens("anna", sealed).json().at("/items/0/entry").asText()).isEqualTo(ENTRY);
        assertThat(opens("gunnar", sealed).json().at("/items/0/entry").isNull()).isTrue();
    }

    @Test
    void whatIsNotEvenInBase64IsSaidToBeSo() {
        ApiAnswer answer = opens("anna", "%%%");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/code").asText()).isEqualTo("not-base64");
    }

    @Test
    void aPageStaysOpenForHalfADayWhereTheCompanySaysNothing() {
        assertThat(
                        nordlyst.as("anna")
                                .get("/me/sealing-key")
                                .json()
                                .get("offlineForSeconds")
                                .asInt())
                .isEqualTo(43_200);
    }
}
