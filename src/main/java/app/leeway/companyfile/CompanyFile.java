package app.leeway.companyfile;

import java.util.HashMap;
import java.util.Map;

/**
 * A company file that holds together: every code in it leads somewhere, every figure is one.
 *
 * @param code of the company
 * @param currency in which all its amounts are
 * @param values what each section says
 */
public record CompanyFile(String code, String currency, Map<SectionKey<?>, Object> values) {

    public CompanyFile {
        values = Map.copyOf(values);
    }

    @SuppressWarnings("unchecked") // only sections put values in, each under its own key
    public <T> T get(SectionKey<T> section) {
        return (T) values.get(section);
    }

    /** The same, with one section saying something else. */
    public <T> CompanyFile with(SectionKey<T> section, T value) {
        Map<SectionKey<?>, Object> changed = new HashMap<>(values);
        changed.put(section, value);
        return new CompanyFile(code, currency, changed);
    }
}
