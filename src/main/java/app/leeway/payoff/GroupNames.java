package app.leeway.payoff;

import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Catalogues;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What people call the groups of a report. What is long retired keeps its code as its name. */
@ApplicationScoped
public class GroupNames {

    private static final Map<String, LocalizedText> WORDS =
            Map.ofEntries(
                    Map.entry("all:", new LocalizedText("Alla gester", "All gestures")),
                    Map.entry(
                            "nth:1",
                            new LocalizedText(
                                    "Första gesten på tolv månader",
                                    "First gesture in twelve months")),
                    Map.entry(
                            "nth:2",
                            new LocalizedText(
                                    "Andra gesten på tolv månader",
                                    "Second gesture in twelve months")),
                    Map.entry(
                            "nth:3+",
                            new LocalizedText("Tredje gesten eller fler", "Third gesture or more")),
                    Map.entry(
                            "damage:0-50",
                            new LocalizedText(
                                    "Under halva skadan", "Less than half of the damage")),
                    Map.entry(
                            "damage:50-100",
                            new LocalizedText(
                                    "Halva skadan till hela", "Half of the damage to all of it")),
                    Map.entry(
                            "damage:100-150",
                            new LocalizedText(
                                    "Hela skadan till en och en halv gång",
                                    "The damage to one and a half times")),
                    Map.entry(
                            "damage:150-",
                            new LocalizedText(
                                    "Mer än en och en halv gånger skadan",
                                    "More than one and a half times the damage")),
                    Map.entry(
                            "capital:-",
                            new LocalizedText(
                                    "Okänt saldo av upplevelser",
                                    "Balance of experiences not known")));

    @Inject Catalogues catalogues;
    @Inject Rules rules;
    @Inject Organizations organizations;

    public LocalizedText of(Group group) {
        String key = group.key();
        return switch (group.by()) {
            case "kind" -> kind(key);
            case "clause" -> clause(key);
            case "site" -> site(key);
            case "kind-site" -> site(key.substring(key.indexOf('@') + 1));
            default -> WORDS.getOrDefault(group.toString(), LocalizedText.same(key));
        };
    }

    public LocalizedText kind(String code) {
        Catalogue catalogue = catalogues.current();
        return catalogue.kindEver(code).map(k -> k.name()).orElse(LocalizedText.same(code));
    }

    public LocalizedText incident(String code) {
        return catalogues
                .current()
                .incidentEver(code)
                .map(i -> i.name())
                .orElse(LocalizedText.same(code));
    }

    public LocalizedText site(String code) {
        Organization organization = organizations.current();
        return organization.unitEver(code).map(u -> u.name()).orElse(LocalizedText.same(code));
    }

    private LocalizedText clause(String code) {
        return rules.current().clause(code).map(c -> c.text()).orElse(LocalizedText.same(code));
    }
}
