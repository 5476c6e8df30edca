package app.leeway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of this server, from the file that its operator named, or from one that the server made
 * for itself. It is read once it is needed; what is wrong with it is told then, and again at each
 * try, until it is put right.
 */
@ApplicationScoped
class RecordKeys {

    private static final Logger LOG = Logger.getLogger(RecordKeys.class.getName());

    /** Where the server runs, and keeps its other keys. */
    private static final String USUAL = "resources/security/record-key.pem";

    @Inject
    @ConfigProperty(name = "leeway.record.key.file", defaultValue = USUAL)
    String file;

    private RecordKeyFile keys;

    /**
     * @throws IllegalStateException when there is no usable key, with what is wrong
     */
    synchronized RecordKeyFile keys() {
        if (keys == null) {
            Path path = Path.of(file);
            keys = file.equals(USUAL) ? RecordKeyFile.readOrMake(path) : RecordKeyFile.read(path);
            LOG.log(Level.INFO, "the record is signed with the key {0}", keys.current().id());
        }
        return keys;
    }

    /** The same, for whoever only compares; empty when there is no usable key. */
    Optional<RecordKeyFile> known() {
        try {
            return Optional.of(keys());
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, "no key of this server is at hand: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** How far a key is ours. */
    KeyStanding standing(String id) {
        Optional<RecordKeyFile> ours = known();
        if (ours.isEmpty() || ours.get().key(id).isEmpty()) {
            return KeyStanding.UNKNOWN;
        }
        return ours.get().current().id().equals(id) ? KeyStanding.CURRENT : KeyStanding.EARLIER;
    }
}
