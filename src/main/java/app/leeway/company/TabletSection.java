package app.leeway.company;

import app.leeway.organization.TabletRules;
import java.util.Set;

/** Reads what holds for tablets; a section that may be left out. */
class TabletSection {

    private TabletSection() {}

    static TabletRules tablet(Entry whole) {
        if (!whole.has("tablet")) {
            return TabletRules.USUAL;
        }
        Entry entry = whole.entry("tablet", Set.of("offlineFor"));
        return new TabletRules(entry.optionalDuration("offlineFor"));
    }
}
