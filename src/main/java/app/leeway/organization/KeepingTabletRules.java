package app.leeway.organization;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** What the company file says of tablets, as stored. */
@ApplicationScoped
public class KeepingTabletRules {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Transactional
    public TabletRules current() {
        return Rows.select(
                        database, "SELECT tablet_offline_for FROM company", row -> row.getString(1))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(said -> new TabletRules(Duration.parse(said)))
                .orElse(TabletRules.USUAL);
    }

    /** In the transaction of an import, once the company is stored. */
    @Transactional(TxType.MANDATORY)
    public void replace(TabletRules rules) {
        Rows.update(
                database,
                "UPDATE company SET tablet_offline_for = ?",
                rules.offlineFor() == null ? null : rules.offlineFor().toString());
    }
}
