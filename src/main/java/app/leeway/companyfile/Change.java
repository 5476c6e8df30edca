package app.leeway.companyfile;

import java.util.List;

/**
 * What an import changes about one entry of the company.
 *
 * @param section of the company file: {@code guardrails}
 * @param entry its code, or the user name, or for guardrails the code and first day
 * @param what ADDED, CHANGED or RETIRED; retired entries stay in history
 * @param values what differs, key by key as the file has them; empty for RETIRED
 */
public record Change(String section, String entry, What what, List<Value> values) {

    /** What becomes of an entry. */
    public enum What {
        ADDED,
        CHANGED,
        RETIRED
    }

    /**
     * @param before null where there was none
     * @param after null where there is none any more
     */
    public record Value(String key, String before, String after) {}
}
