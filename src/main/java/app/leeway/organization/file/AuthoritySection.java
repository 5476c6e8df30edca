package app.leeway.organization.file;

import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.organization.Authority;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code authority}: how much the managers of a unit may grant with one decision. */
@ApplicationScoped
public class AuthoritySection implements CompanySection<List<Authority>> {

    public static final SectionKey<List<Authority>> KEY = SectionKey.list("authority", 400);

    private static final CodeType AUTHORITY = new CodeType("authority");

    /** Declared by the catalogue, which this room does not know. */
    private static final CodeType CATEGORY = new CodeType("category");

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<List<Authority>> key() {
        return KEY;
    }

    @Override
    public List<Authority> read(CompanyFileInput file) {
        List<Authority> authorities = new ArrayList<>();
        for (YamlMapping entry :
                file.whole().mappings(KEY.name(), Set.of("at", "upTo", "categories"))) {
            YamlScalar at = entry.code("at");
            file.references().declare(AUTHORITY, at);
            file.references().use(UnitsSection.UNIT, at);
            Long upTo = entry.money("upTo", file.currency());
            Map<String, Long> categories = categories(entry, file);
            if (at != null && upTo != null) {
                authorities.add(new Authority(at.text(), upTo, categories));
            }
        }
        return authorities;
    }

    private static Map<String, Long> categories(YamlMapping authority, CompanyFileInput file) {
        Map<String, Long> limits = new TreeMap<>();
        for (YamlMapping.Pair pair : authority.pairs("categories")) {
            YamlScalar category = pair.key().code();
            file.references().use(CATEGORY, category);
            Long upTo = pair.value() == null ? null : pair.value().money(file.currency());
            if (category != null && upTo != null) {
                limits.put(category.text(), upTo);
            }
        }
        return limits;
    }

    @Override
    public Map<String, FlowMapping> write(List<Authority> authorities, CompanyFile file) {
        return FlowMapping.entries(
                authorities,
                Authority::at,
                authority -> {
                    FlowMapping categories = new FlowMapping();
                    authority
                            .categories()
                            .forEach((code, upTo) -> categories.money(code, upTo, file.currency()));
                    return new FlowMapping()
                            .put("at", authority.at())
                            .money("upTo", authority.upToMinor(), file.currency())
                            .putUnlessEmpty("categories", categories);
                });
    }

    @Override
    public List<Authority> stored(long revision) {
        return organizations.asOf(revision).authorities();
    }

    @Override
    public void replace(List<Authority> authorities, CompanyFile file) {
        replacing.replaceAuthorities(authorities);
    }
}
