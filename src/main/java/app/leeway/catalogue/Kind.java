package app.leeway.catalogue;

import app.leeway.shared.LocalizedText;
import java.util.List;
import java.util.Locale;

/**
 * An entry in the catalogue of gestures.
 *
 * @param presetMinor the fixed cost of a PRESET kind in minor units, else null
 * @param perKmMinor the cost of a kilometre of a TRAVEL kind in minor units, else null
 * @param presets amounts that an ENTERED kind suggests, in minor units
 * @param bends codes of the clauses that each gesture of this kind bends
 * @param sites codes of the sites that have it; empty: every place
 * @param customerRequired whether one that is asked for must name its customer
 * @param outreach whether it is a contact that the customer did not ask for
 * @param answers code of the incident that gestures of this kind usually answer; null: none
 */
public record Kind(
        String code,
        LocalizedText name,
        String category,
        CostModel cost,
        Long presetMinor,
        Long perKmMinor,
        List<Long> presets,
        List<String> bends,
        List<String> sites,
        boolean customerRequired,
        boolean outreach,
        String answers) {

    /** How the cost of a gesture comes about. */
    public enum CostModel {
        /** Fixed. */
        PRESET,
        /** Said by whoever gives it. */
        ENTERED,
        /** Minutes at the rate of the person. */
        TIME,
        /** Minutes at the rate of the person, and kilometres. */
        TRAVEL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isAt(String site) {
        return sites.isEmpty() || site != null && sites.contains(site);
    }
}
