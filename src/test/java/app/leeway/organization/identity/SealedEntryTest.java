package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What tablets seal is opened with the person's own key only, and as it was. */
class SealedEntryTest {

    private static final byte[] TEXT = "{\"id\":\"räksmörgås\"}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair person = pair();

    private static KeyPair pair() {
        try {
            return SealedEntry.freshPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sealed() {
        return TabletSeal.sealed(TEXT, person.getPublic());
    }

    private static byte[] opened(byte[] sealed, KeyPair by) throws GeneralSecurityException {
        return SealedEntry.of(sealed).opened(by.getPrivate().getEncoded());
    }

    @Test
    void p7_what_was_sealed_for_somebody_is_opened_with_their_key_alone() throws Exception {
        byte[] sealed = sealed();
        assertThat(opened(sealed, person)).isEqualTo(TEXT);
        assertThatThrownBy(() -> opened(sealed, pair()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void whatWasChangedSinceIsNotOpened() {
        byte[] sealed = sealed();
        for (int at : new int[] {0, 1, 40, 70, 80, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> opened(changed, person))
                    .as("byte " + at)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void whatIsTooShortIsNoEntry() {
        assertThatThrownBy(() -> SealedEntry.of(new byte[93]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    /** Input of the first test case of RFC 5869, with our purpose; made by another library. */
    @Test
    void theKeyIsDerivedAsTheStandardSays() throws GeneralSecurityException {
        byte[] secret = HexFormat.of().parseHex("0b".repeat(22));
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c");
        assertThat(HexFormat.of().formatHex(SealedEntry.derived(secret, salt)))
                .isEqualTo("696a7030009a067a74ed1d3cb9a5d50afe94147d45e648ccb30f0852d9a109f6");
    }
}
