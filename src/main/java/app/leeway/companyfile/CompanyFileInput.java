package app.leeway.companyfile;

import java.util.HashMap;
import java.util.Map;

/** A company file while its sections read it. */
public final class CompanyFileInput {

    private final YamlMapping whole;
    private final References references;
    private final Map<SectionKey<?>, Object> values = new HashMap<>();
    private String code;
    private String currency = "EUR"; // to read amounts by, while the file's own is unknown

    CompanyFileInput(YamlMapping whole, References references) {
        this.whole = whole;
        this.references = references;
    }

    /** Its sections by their keys. */
    public YamlMapping whole() {
        return whole;
    }

    public References references() {
        return references;
    }

    /** By which all amounts of the file are read. */
    public String currency() {
        return currency;
    }

    /** Said by the section that knows; null for what is wrong. */
    public void isOf(String company, String companyCurrency) {
        code = company;
        currency = companyCurrency == null ? currency : companyCurrency;
    }

    /** What a section of a lower place has read. */
    @SuppressWarnings("unchecked") // put in by the section itself
    public <T> T get(SectionKey<T> section) {
        return (T) values.get(section);
    }

    <T> void read(CompanySection<T> section) {
        values.put(section.key(), section.read(this));
    }

    <T> void complete(CompanySection<T> section) {
        values.put(section.key(), section.complete(get(section.key()), this));
    }

    CompanyFile file() {
        return new CompanyFile(code, currency, values);
    }
}
