package app.leeway.companyfile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Every section there is, by place in the file. */
@ApplicationScoped
public class CompanySections {

    @Inject Instance<CompanySection<?>> found;

    private List<CompanySection<?>> inOrder;

    /** For CDI. */
    CompanySections() {}

    /**
     * @param sections in any order
     */
    CompanySections(Collection<CompanySection<?>> sections) {
        inOrder = sorted(sections);
    }

    @PostConstruct
    void sort() {
        inOrder = sorted(found.stream().toList());
    }

    private static List<CompanySection<?>> sorted(Collection<CompanySection<?>> sections) {
        Map<Integer, CompanySection<?>> places = new TreeMap<>();
        for (CompanySection<?> section : sections) {
            CompanySection<?> other = places.put(section.key().place(), section);
            if (other != null) {
                throw new IllegalStateException(
                        section.key() + " has the place of " + other.key() + " in the file");
            }
        }
        return List.copyOf(places.values());
    }

    List<CompanySection<?>> inOrder() {
        return inOrder;
    }

    /** Each section's entries as they are written. To write a file and to compare two use it. */
    Map<SectionKey<?>, Map<String, FlowMapping>> entries(CompanyFile file) {
        Map<SectionKey<?>, Map<String, FlowMapping>> entries = new LinkedHashMap<>();
        inOrder.forEach(section -> entries.put(section.key(), entries(section, file)));
        return entries;
    }

    private static <T> Map<String, FlowMapping> entries(
            CompanySection<T> section, CompanyFile file) {
        return section.write(file.get(section.key()), file);
    }

    /**
     * @param code of the company, at that revision of it
     */
    public CompanyFile stored(String code, String currency, long revision) {
        Map<SectionKey<?>, Object> values = new HashMap<>();
        inOrder.forEach(section -> values.put(section.key(), section.stored(revision)));
        return new CompanyFile(code, currency, values);
    }

    /** Codes that are retired, by what they stand for. */
    public Map<CodeType, Set<String>> former(long revision) {
        Map<CodeType, Set<String>> former = new HashMap<>();
        inOrder.forEach(section -> former.putAll(section.former(revision)));
        return former;
    }

    /**
     * Puts the file in the place of what is stored, in the caller's transaction.
     *
     * @throws app.leeway.shared.RefusedException as {@link CompanySection#replace}
     */
    public void replace(CompanyFile file) {
        inOrder.forEach(section -> replace(section, file));
    }

    /** The same for one section, when nothing else has changed. */
    public void replace(CompanyFile file, SectionKey<?> only) {
        inOrder.stream()
                .filter(section -> section.key().equals(only))
                .forEach(section -> replace(section, file));
    }

    private static <T> void replace(CompanySection<T> section, CompanyFile file) {
        section.replace(file.get(section.key()), file);
    }

    /** By name of the section, how the record calls its entries. */
    public Map<String, UnaryOperator<String>> subjects() {
        Map<String, UnaryOperator<String>> subjects = new HashMap<>();
        inOrder.forEach(section -> subjects.put(section.key().name(), section.subjects()));
        return subjects;
    }
}
