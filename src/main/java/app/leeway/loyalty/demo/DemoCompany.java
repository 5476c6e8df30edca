package app.leeway.loyalty.demo;

import app.leeway.company.ApplyingCompanyFile;
import app.leeway.customer.ImportedCustomers;
import app.leeway.customer.TakingInCustomers;
import app.leeway.organization.CompanyRevision;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Founds the demo company where {@code leeway.demo} (in the environment {@code LEEWAY_DEMO}) is
 * true and there is no company yet; and gives it a year where {@code leeway.demo.year} is. After
 * the schema has been brought up to date.
 */
@ApplicationScoped
class DemoCompany {

    private static final Logger LOG = Logger.getLogger(DemoCompany.class.getName());

    @Inject
    @ConfigProperty(name = "leeway.demo", defaultValue = "false")
    boolean wanted;

    @Inject
    @ConfigProperty(name = "leeway.demo.year", defaultValue = "false")
    boolean yearWanted;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject DemoYear year;
    @Inject CompanyRevision revision;
    @Inject ApplyingCompanyFile applying;
    @Inject TakingInCustomers takingIn;

    @Transactional
    void found(@Observes @Priority(100) Startup startup) throws IOException {
        if (!wanted || revision.current() != 0) {
            return;
        }
        try (InputStream company = demo("nordlyst.yaml");
                InputStream customers = demo("customers.csv")) {
            applying.apply(company, () -> null);
            ImportedCustomers imported =
                    takingIn.takingIn(customers, TakingInCustomers.Progress.UNSEEN);
            LOG.info(() -> "The demo company is founded, with " + imported.added() + " customers");
        }
    }

    /** In the background: a year takes a while, and nobody need wait for it. */
    void live(@Observes @Priority(110) Startup startup) {
        if (wanted && yearWanted) {
            executor.execute(this::liveOnce);
        }
    }

    private void liveOnce() {
        try {
            if (!year.isLived()) {
                year.generate();
                year.calculate();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the demo goes on without its year", e);
        }
    }

    private static InputStream demo(String file) {
        return Objects.requireNonNull(
                DemoCompany.class.getResourceAsStream("/demo/" + file), "no demo/" + file);
    }
}
