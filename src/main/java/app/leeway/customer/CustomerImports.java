package app.leeway.customer;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Imports of customers that go on while somebody looks, or leaves the page. Kept in the memory of
 * the server that runs them, the latest few; the record knows of them all.
 */
@ApplicationScoped
public class CustomerImports {

    private static final Logger LOG = Logger.getLogger(CustomerImports.class.getName());
    private static final int KEPT = 20;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject Access access;
    @Inject ImportingCustomers importing;

    private final Map<UUID, ImportProgress> latest =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<UUID, ImportProgress> e) {
                            return size() > KEPT;
                        }
                    });

    /**
     * @return by which {@link #progress} answers
     * @throws RefusedException NOT_ALLOWED for whoever is no steward
     */
    public UUID begin(Actor by, byte[] csv) {
        access.require(by, Role.STEWARD);
        UUID id = UUID.randomUUID();
        latest.put(id, ImportProgress.BEGUN);
        executor.execute(() -> run(id, by, csv));
        return id;
    }

    /** Empty for an import that is not known here (any more). */
    public Optional<ImportProgress> progress(UUID id) {
        return Optional.ofNullable(latest.get(id));
    }

    private void run(UUID id, Actor by, byte[] csv) {
        try {
            ImportedCustomers result =
                    importing.importing(
                            by,
                            new ByteArrayInputStream(csv),
                            (done, total) ->
                                    latest.put(
                                            id,
                                            ImportProgress.at(
                                                    ImportProgress.State.WRITING, done, total)));
            latest.put(id, ImportProgress.done(result));
        } catch (RefusedException e) {
            latest.put(id, ImportProgress.refused(e.violations()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "an import of customers broke", e);
            latest.put(id, ImportProgress.FAILED);
        }
    }
}
