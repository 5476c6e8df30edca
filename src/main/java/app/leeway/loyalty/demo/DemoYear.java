package app.leeway.loyalty.demo;

import app.leeway.customer.TakingInCustomers;
import app.leeway.loyalty.Received;
import app.leeway.loyalty.ReceivingOutcomes;
import app.leeway.loyalty.RefreshingFacts;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills the demo company with a year that nobody lived: by the ways that a real company takes,
 * where there are any. Its episodes are marked as made, and pages say so.
 */
@ApplicationScoped
public class DemoYear {

    private static final Logger LOG = Logger.getLogger(DemoYear.class.getName());
    private static final long SEED = 20260731;

    @Inject Organizations organizations;
    @Inject TakingInCustomers customers;
    @Inject ReceivingOutcomes receiving;
    @Inject RefreshingFacts refreshing;
    @Inject Clock clock;
    @Inject Jdbi jdbi;

    /** Whether there is such a year already. */
    @Transactional
    public boolean isLived() {
        String sql = "SELECT EXISTS (SELECT 1 FROM episode WHERE origin = 'demo')";
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }

    /** All of it or nothing; the facts are made afterwards, by {@link #calculate}. */
    @Transactional
    public void generate() {
        Company company = organizations.current().company();
        LocalDate today = LocalDate.ofInstant(clock.instant(), company.zone());
        DemoYearPlan year = new DemoYearPlan(SEED, today, company.zone(), company.currency());
        customers.takingIn(
                new ByteArrayInputStream(year.customers().getBytes(StandardCharsets.UTF_8)),
                TakingInCustomers.Progress.UNSEEN);
        year.outcomes(
                batch -> {
                    List<Received> messages = new ArrayList<>();
                    batch.forEach(o -> messages.add(Received.of(messages.size(), o)));
                    receiving.receive(null, messages);
                });
        write(year);
        LOG.info(() -> "A year was made for the demo: " + year.episodes().size() + " episodes");
    }

    /** What the year shows. */
    public void calculate() {
        refreshing.refresh();
    }

    private void write(DemoYearPlan year) {
        ArrayInsert episodes =
                new ArrayInsert(
                        "episode",
                        "episode_id text",
                        "customer_id text",
                        "site_id text",
                        "day int",
                        "why text",
                        "treated int",
                        "asked int",
                        "gesture_kind text",
                        "wanted_kind text",
                        "segment text",
                        "incident_type text",
                        "balance_band text",
                        "cost float8",
                        "origin text");
        ArrayInsert clauses =
                new ArrayInsert("episode_clause", "episode_id text", "clause_id text");
        for (DemoYearPlan.DemoEpisode e : year.episodes()) {
            String kind = e.scene().kind();
            episodes.add(
                    e.id(),
                    e.guest().code,
                    e.site(),
                    e.day(),
                    e.why(),
                    e.isGiven() ? 1 : 0,
                    e.asked() ? 1 : 0,
                    e.isGiven() ? kind : null,
                    e.isGiven() || e.asked() ? kind : null,
                    e.guest().tier() + "/" + (e.guest().premium ? "premium" : "standard"),
                    e.scene().incident(),
                    "-",
                    e.cost(),
                    "demo");
            if (e.isGiven() || e.asked()) {
                e.scene().clauses().forEach(clause -> clauses.add(e.id(), clause));
            }
        }
        jdbi.useHandle(
                handle -> {
                    episodes.write(handle);
                    clauses.write(handle);
                    handle.execute("ANALYZE outcome, episode");
                });
    }
}
