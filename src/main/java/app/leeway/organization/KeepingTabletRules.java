package app.leeway.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** What the company file says of tablets, as stored. */
@ApplicationScoped
public class KeepingTabletRules {

    @Inject Jdbi jdbi;

    @Transactional
    public TabletRules current() {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery("SELECT tablet_offline_for FROM company")
                                        .mapTo(String.class)
                                        .findOne())
                .map(said -> new TabletRules(Duration.parse(said)))
                .orElse(TabletRules.USUAL);
    }

    /** In the transaction of an import, once the company is stored. */
    @Transactional(TxType.MANDATORY)
    public void replace(TabletRules rules) {
        String offlineFor = rules.offlineFor() == null ? null : rules.offlineFor().toString();
        jdbi.useHandle(
                handle -> handle.execute("UPDATE company SET tablet_offline_for = ?", offlineFor));
    }
}
