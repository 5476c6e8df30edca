package app.leeway.catalogue.file;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.IncidentType;
import app.leeway.catalogue.ReplacingCatalogue;
import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code incidents}: what can happen to a customer; may be left out. */
@ApplicationScoped
public class IncidentsSection implements CompanySection<List<IncidentType>> {

    public static final SectionKey<List<IncidentType>> KEY =
            SectionKey.optionalList("incidents", 800);

    public static final CodeType INCIDENT = new CodeType("incident");

    @Inject Catalogues catalogues;
    @Inject ReplacingCatalogue replacing;

    @Override
    public SectionKey<List<IncidentType>> key() {
        return KEY;
    }

    @Override
    public List<IncidentType> read(CompanyFileInput file) {
        List<IncidentType> incidents = new ArrayList<>();
        for (YamlMapping entry :
                file.whole().optionalMappings(KEY.name(), Set.of("code", "name", "sites"))) {
            YamlScalar code = entry.code("code");
            file.references().declare(INCIDENT, code);
            if (code != null && code.text().equals(IncidentType.NONE)) {
                entry.wrong("code", "reserved.incident", code.text());
            }
            LocalizedText name = entry.texts("name");
            List<String> sites = KindsSection.sites(entry, file);
            if (code != null) {
                incidents.add(new IncidentType(code.text(), name, sites));
            }
        }
        return incidents;
    }

    @Override
    public Map<String, FlowMapping> write(List<IncidentType> incidents, CompanyFile file) {
        return FlowMapping.entries(
                incidents,
                IncidentType::code,
                incident ->
                        new FlowMapping()
                                .put("code", incident.code())
                                .texts("name", incident.name())
                                .list("sites", incident.sites()));
    }

    @Override
    public List<IncidentType> stored(long revision) {
        return catalogues.asOf(revision).incidents();
    }

    @Override
    public void replace(List<IncidentType> incidents, CompanyFile file) {
        replacing.replaceIncidents(incidents);
    }
}
