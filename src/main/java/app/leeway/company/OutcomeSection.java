package app.leeway.company;

import app.leeway.loyalty.OutcomeSettings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what outcomes are worth; a section that may be left out. */
class OutcomeSection {

    private static final Map<String, Integer> DAYS =
            Map.of("30", 30, "90", 90, "180", 180, "365", 365);

    private final Entry whole;

    OutcomeSection(Entry whole) {
        this.whole = whole;
    }

    OutcomeSettings outcomes() {
        if (!whole.has("outcomes")) {
            return OutcomeSettings.USUAL;
        }
        Entry entry = whole.entry("outcomes", Set.of("days", "margins", "otherwise"));
        Map<String, Integer> margins = new TreeMap<>();
        for (Entry.Pair pair : entry.pairs("margins")) {
            Integer share = pair.value() == null ? null : pair.value().share();
            if (share != null && pair.key().words() != null) {
                margins.put(pair.key().text(), share);
            }
        }
        return new OutcomeSettings(
                entry.has("days") ? entry.oneOf("days", DAYS) : null,
                margins,
                entry.has("otherwise") ? entry.share("otherwise") : null);
    }

    /** 600 as {@code 0.6}. */
    static String share(int perMille) {
        return BigDecimal.valueOf(perMille, 3).stripTrailingZeros().toPlainString();
    }
}
