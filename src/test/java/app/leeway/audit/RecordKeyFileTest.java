package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordKeyFileTest {

    private static final Instant AT = Instant.parse("2026-11-28T00:00:03.000001Z");

    @TempDir Path folder;

    @Test
    void P18_a_key_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        Path file = folder.resolve("security").resolve("record-key.pem");

        String made = RecordKeyFile.readOrMake(file).current().id();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(RecordKeyFile.readOrMake(file).current().id()).isEqualTo(made);
    }

    @Test
    void P18_a_key_that_others_can_read_is_not_used() throws IOException {
        Path file = made("key.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> RecordKeyFile.read(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void P18_a_public_key_of_another_private_key_is_refused() throws IOException {
        String[] one = halves(made("one.pem"));
        String[] other = halves(made("other.pem"));
        Path mixed = written("mixed.pem", one[0] + other[1]);

        assertThatThrownBy(() -> RecordKeyFile.read(mixed))
                .hasMessageContaining("is not that of its PRIVATE KEY");
        assertThatThrownBy(() -> RecordKeyFile.read(written("half.pem", one[0])))
                .hasMessageContaining("needs an Ed25519 PRIVATE KEY and its PUBLIC KEY");
    }

    @Test
    void P18_a_head_signed_with_an_earlier_key_is_still_ours() throws IOException {
        Path before = made("before.pem");
        SignedHead head = signed(RecordKeyFile.read(before));
        String[] now = halves(made("now.pem"));
        RecordKeyFile changed =
                RecordKeyFile.read(written("both.pem", now[0] + now[1] + halves(before)[1]));

        assertThat(changed.current().id()).isNotEqualTo(head.key());
        assertThat(changed.key(head.key())).hasValueSatisfying(k -> k.verifies(head));
        assertThat(changed.key(head.key()).orElseThrow().verifies(head)).isTrue();
    }

    @Test
    void P18_whatever_is_changed_in_a_head_its_signature_is_void() throws IOException {
        RecordKeyFile keys = RecordKeyFile.read(made("key.pem"));
        SignedHead head = signed(keys);
        byte[] otherHash = head.hash().clone();
        otherHash[0] ^= 1;

        assertThat(keys.current().verifies(head)).isTrue();
        for (SignedHead changed :
                new SignedHead[] {
                    with(head, "other", 7, head.hash(), AT),
                    with(head, "nordlyst", 8, head.hash(), AT),
                    with(head, "nordlyst", 7, otherHash, AT),
                    with(head, "nordlyst", 7, head.hash(), AT.plusNanos(1000))
                }) {
            assertThat(keys.current().verifies(changed)).as(changed.statement()).isFalse();
        }
    }

    /** As docs/operations.md says: the statement, the signature and the public key are enough. */
    @Test
    void P18_a_head_is_verified_by_anybody_without_this_server() throws Exception {
        SignedHead head = signed(RecordKeyFile.read(made("key.pem")));
        String pem = halves(folder.resolve("key.pem"))[1];

        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(
                ("leeway-record-head 1\ncompany: nordlyst\nseq: 7\nhash: "
                                + "00".repeat(32)
                                + "\nat: 2026-11-28T00:00:03.000001Z\nkey: "
                                + head.key()
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(check.verify(head.signature())).isTrue();
    }

    private static SignedHead signed(RecordKeyFile keys) {
        return keys.sign(
                new SignedHead("nordlyst", 7, new byte[32], AT, keys.current().id(), null));
    }

    private static SignedHead with(
            SignedHead head, String company, long seq, byte[] hash, Instant at) {
        return new SignedHead(company, seq, hash, at, head.key(), head.signature());
    }

    private Path made(String name) {
        Path file = folder.resolve(name);
        RecordKeyFile.readOrMake(file);
        return file;
    }

    private Path written(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String[] halves(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf("-----BEGIN PUBLIC");
        return new String[] {text.substring(0, end), text.substring(end)};
    }
}
