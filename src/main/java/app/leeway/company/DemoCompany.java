package app.leeway.company;

import app.leeway.customer.ImportedCustomers;
import app.leeway.customer.TakingInCustomers;
import app.leeway.organization.CompanyRevision;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Founds the demo company where {@code leeway.demo} (in the environment {@code LEEWAY_DEMO}) is
 * true and there is no company yet. After the schema has been brought up to date.
 */
@ApplicationScoped
class DemoCompany {

    private static final Logger LOG = Logger.getLogger(DemoCompany.class.getName());

    @Inject
    @ConfigProperty(name = "leeway.demo", defaultValue = "false")
    boolean wanted;

    @Inject CompanyRevision revision;
    @Inject TakingOver taking;
    @Inject TakingInCustomers takingIn;

    @Transactional
    void found(@Observes @Priority(100) Startup startup) throws IOException {
        if (!wanted || revision.current() != 0) {
            return;
        }
        try (InputStream company = demo("nordlyst.yaml");
                InputStream customers = demo("customers.csv")) {
            taking.takingOver(company, people -> null);
            ImportedCustomers imported =
                    takingIn.takingIn(customers, TakingInCustomers.Progress.UNSEEN);
            LOG.info(() -> "The demo company is founded, with " + imported.added() + " customers");
        }
    }

    private static InputStream demo(String file) {
        return Objects.requireNonNull(
                DemoCompany.class.getResourceAsStream("/demo/" + file), "no demo/" + file);
    }
}
