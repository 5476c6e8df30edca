package app.leeway.catalogue;

import app.leeway.shared.LocalizedText;
import java.util.List;

/**
 * What can happen to a customer, in the company's own words.
 *
 * @param sites codes of the sites where it can; empty: every place
 */
public record IncidentType(String code, LocalizedText name, List<String> sites) {

    /** Nothing happened: no company may call an incident so. */
    public static final String NONE = "none";

    public boolean isAt(String site) {
        return sites.isEmpty() || site != null && sites.contains(site);
    }
}
