package app.leeway.catalogue.file;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.ReplacingCatalogue;
import app.leeway.catalogue.Touchpoint;
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
import java.util.stream.Collectors;

/** {@code touchpoints}: where customers are met. */
@ApplicationScoped
public class TouchpointsSection implements CompanySection<List<Touchpoint>> {

    public static final SectionKey<List<Touchpoint>> KEY = SectionKey.list("touchpoints", 700);

    public static final CodeType TOUCHPOINT = new CodeType("touchpoint");

    private static final int POTENTIAL_MAX = 3;

    @Inject Catalogues catalogues;
    @Inject ReplacingCatalogue replacing;

    @Override
    public SectionKey<List<Touchpoint>> key() {
        return KEY;
    }

    @Override
    public List<Touchpoint> read(CompanyFileInput file) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (YamlMapping entry :
                file.whole().mappings(KEY.name(), Set.of("code", "name", "potential"))) {
            YamlScalar code = entry.code("code");
            file.references().declare(TOUCHPOINT, code);
            LocalizedText name = entry.texts("name");
            Integer potential = entry.whole("potential", POTENTIAL_MAX);
            if (code != null && potential != null) {
                touchpoints.add(new Touchpoint(code.text(), name, potential));
            }
        }
        return touchpoints;
    }

    @Override
    public Map<String, FlowMapping> write(List<Touchpoint> touchpoints, CompanyFile file) {
        return FlowMapping.entries(
                touchpoints,
                Touchpoint::code,
                touchpoint ->
                        new FlowMapping()
                                .put("code", touchpoint.code())
                                .texts("name", touchpoint.name())
                                .put("potential", touchpoint.potential()));
    }

    @Override
    public List<Touchpoint> stored(long revision) {
        return catalogues.asOf(revision).touchpoints();
    }

    @Override
    public Map<CodeType, Set<String>> former(long revision) {
        return Map.of(
                TOUCHPOINT,
                catalogues.asOf(revision).formerTouchpoints().stream()
                        .map(Touchpoint::code)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void replace(List<Touchpoint> touchpoints, CompanyFile file) {
        replacing.replaceTouchpoints(touchpoints);
    }
}
