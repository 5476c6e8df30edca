package app.leeway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file with the key that heads are signed with: the private half (PKCS#8), the public half, and
 * after it the public halves of keys that were used before, all in PEM.
 *
 * <p>Design notice: whether an earlier key is ours is told by this file and not by the database,
 * whose owner could put a key of their own there.
 */
final class RecordKeyFile {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]+)-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1-----");
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Logger LOG = Logger.getLogger(RecordKeyFile.class.getName());

    private final PrivateKey secret;
    private final List<RecordKey> keys;

    private RecordKeyFile(PrivateKey secret, List<RecordKey> keys) {
        this.secret = secret;
        this.keys = keys;
    }

    /**
     * @throws IllegalStateException when the file cannot be used, with what is wrong with it
     */
    static RecordKeyFile read(Path file) {
        try {
            mustBeTheOwners(file);
            return of(Files.readString(file, StandardCharsets.US_ASCII), file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the key file " + file + " cannot be used: " + e, e);
        }
    }

    /** The same; where there is no such file, one is made, which nobody but its owner can read. */
    static RecordKeyFile readOrMake(Path file) {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyPair pair = KeyPairGenerator.getInstance(RecordKey.ALGORITHM).generateKeyPair();
            String text =
                    RecordKey.pem(PRIVATE, pair.getPrivate().getEncoded())
                            + RecordKey.pem(PUBLIC, pair.getPublic().getEncoded());
            try (FileChannel channel = FileChannel.open(file, NEW, ownersOnly(file))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
        } catch (FileAlreadyExistsException another) {
            LOG.log(Level.FINE, "another server made {0} first; that one is used", file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no key file could be made at " + file + ": " + e, e);
        }
    }

    /** From its first byte on; where the disk knows no permissions there is nothing to say. */
    private static FileAttribute<?>[] ownersOnly(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent())
                        .supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void mustBeTheOwners(Path file) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix == null) {
            return; // no such permissions here
        }
        Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
        if (!OWNERS.containsAll(permissions)) {
            throw new IllegalStateException(
                    "the key file "
                            + file
                            + " is open to others ("
                            + PosixFilePermissions.toString(permissions)
                            + "): nobody but its owner may read it (chmod 600)");
        }
    }

    private static RecordKeyFile of(String text, Path file) throws GeneralSecurityException {
        PrivateKey secret = null;
        List<RecordKey> keys = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case PRIVATE ->
                        secret =
                                KeyFactory.getInstance(RecordKey.ALGORITHM)
                                        .generatePrivate(new PKCS8EncodedKeySpec(bytes));
                case PUBLIC -> keys.add(new RecordKey(bytes));
                default -> throw new IllegalStateException(file + " holds a " + block.group(1));
            }
        }
        if (secret == null || keys.isEmpty()) {
            throw new IllegalStateException(
                    "the key file "
                            + file
                            + " needs an Ed25519 PRIVATE KEY and its PUBLIC KEY, both in PEM");
        }
        RecordKeyFile read = new RecordKeyFile(secret, List.copyOf(keys));
        read.mustBelongTogether(file);
        return read;
    }

    private void mustBelongTogether(Path file) {
        byte[] probe = {1, 2, 3};
        if (!current().verifies(probe, sign(probe))) {
            throw new IllegalStateException(
                    "the first PUBLIC KEY in " + file + " is not that of its PRIVATE KEY");
        }
    }

    /** The public half of the key that signs. */
    RecordKey current() {
        return keys.get(0);
    }

    /** One of ours, the current or an earlier one. */
    Optional<RecordKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    SignedHead sign(SignedHead head) {
        return head.with(sign(head.signed()));
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(RecordKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the head could not be signed", e);
        }
    }
}
