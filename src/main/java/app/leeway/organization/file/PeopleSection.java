package app.leeway.organization.file;

import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.organization.Organizations;
import app.leeway.organization.PersonDefinition;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code people}: who acts where, in which roles, and what an hour of theirs costs. */
@ApplicationScoped
public class PeopleSection implements CompanySection<List<PersonDefinition>> {

    public static final SectionKey<List<PersonDefinition>> KEY = SectionKey.list("people", 300);

    public static final CodeType PERSON = new CodeType("person");

    private static final Map<String, Role> ROLES = YamlMapping.byWord(Role.values());

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<List<PersonDefinition>> key() {
        return KEY;
    }

    @Override
    public List<PersonDefinition> read(CompanyFileInput file) {
        List<PersonDefinition> people = new ArrayList<>();
        for (YamlMapping entry :
                file.whole().mappings(KEY.name(), Set.of("user", "name", "at", "roles", "rate"))) {
            YamlScalar user = entry.user("user");
            file.references().declare(PERSON, user);
            YamlScalar at = entry.code("at");
            file.references().use(UnitsSection.UNIT, at);
            Set<Role> roles = roles(entry);
            people.add(
                    new PersonDefinition(
                            user == null ? null : user.text(),
                            entry.text("name"),
                            at == null ? null : at.text(),
                            roles,
                            entry.optionalMoney("rate", file.currency())));
        }
        return people;
    }

    private static Set<Role> roles(YamlMapping person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<YamlScalar> said = person.scalars("roles");
        said.stream().map(role -> role.oneOf(ROLES)).filter(Objects::nonNull).forEach(roles::add);
        if (said.isEmpty()) {
            person.wrong("roles", "missing.role");
        }
        return roles;
    }

    @Override
    public Map<String, FlowMapping> write(List<PersonDefinition> people, CompanyFile file) {
        return FlowMapping.entries(
                people,
                PersonDefinition::user,
                person ->
                        new FlowMapping()
                                .text("user", person.user())
                                .text("name", person.name())
                                .put("at", person.at())
                                .list(
                                        "roles",
                                        person.roles().stream().sorted().map(Role::code).toList())
                                .money("rate", person.rateMinor(), file.currency()));
    }

    @Override
    public List<PersonDefinition> stored(long revision) {
        return organizations.asOf(revision).people().stream()
                .map(
                        p ->
                                new PersonDefinition(
                                        p.user(), p.name(), p.at(), p.roles(), p.rateMinor()))
                .toList();
    }

    @Override
    public void replace(List<PersonDefinition> people, CompanyFile file) {
        replacing.replacePeople(people);
    }

    /** By their ids: user names are names of people, which the record outlives. */
    @Override
    public UnaryOperator<String> subjects() {
        Map<String, Long> ids = replacing.peopleIds();
        return user -> "person:" + ids.get(user);
    }
}
