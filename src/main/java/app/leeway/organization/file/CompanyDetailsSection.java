package app.leeway.organization.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code company}: the company itself, its currency and its zone. */
@ApplicationScoped
public class CompanyDetailsSection implements CompanySection<Company> {

    public static final SectionKey<Company> KEY = SectionKey.mapping("company", 100);

    private static final Map<String, ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.contains("/") || zone.equals("UTC"))
                    .collect(Collectors.toMap(Function.identity(), ZoneId::of));

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<Company> key() {
        return KEY;
    }

    @Override
    public Company read(CompanyFileInput file) {
        YamlMapping entry =
                file.whole()
                        .mapping(
                                KEY.name(),
                                Set.of("code", "name", "currency", "zone", "languages"));
        if (entry == null) {
            return null;
        }
        YamlScalar code = entry.code("code");
        file.references().declare(UnitsSection.UNIT, code);
        String name = entry.text("name");
        String currency = currency(entry);
        file.isOf(code == null ? null : code.text(), currency);
        ZoneId zone = zone(entry);
        List<String> languages = languages(entry);
        return code == null || zone == null
                ? null
                : new Company(code.text(), name, currency, zone, languages);
    }

    private static String currency(YamlMapping entry) {
        YamlScalar said = entry.scalar("currency");
        if (said == null) {
            return null;
        }
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .filter(c -> c.getDefaultFractionDigits() >= 0)
                        .anyMatch(c -> c.getCurrencyCode().equals(said.text()));
        if (!known) {
            entry.wrong("currency", "unknown-value.currency", said.text());
            return null;
        }
        return said.text();
    }

    /** Of the company, or of one of its units. */
    static ZoneId zone(YamlMapping entry) {
        YamlScalar said = entry.scalar("zone");
        ZoneId zone = said == null ? null : ZONES.get(said.text());
        if (said != null && zone == null) {
            entry.wrong("zone", "unknown-value.zone", said.text());
        }
        return zone;
    }

    private static List<String> languages(YamlMapping entry) {
        List<String> languages =
                entry.scalars("languages").stream()
                        .map(said -> said.oneOf(Map.of("sv", "sv", "en", "en")))
                        .toList();
        if (languages.isEmpty()) {
            entry.wrong("languages", "missing.language");
        }
        return languages;
    }

    @Override
    public Map<String, FlowMapping> write(Company company, CompanyFile file) {
        return Map.of(
                company.code(),
                new FlowMapping()
                        .put("code", company.code())
                        .text("name", company.name())
                        .put("currency", company.currency())
                        .put("zone", company.zone())
                        .list("languages", company.languages()));
    }

    @Override
    public Company stored(long revision) {
        return organizations.asOf(revision).company();
    }

    @Override
    public void replace(Company company, CompanyFile file) {
        replacing.replaceCompany(company);
    }
}
