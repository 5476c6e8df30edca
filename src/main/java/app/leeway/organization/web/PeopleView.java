package app.leeway.organization.web;

import app.leeway.organization.Authority;
import app.leeway.organization.LookingAtPeople;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * The organization as a tree: each unit, who is there as far as the reader may see them, and how
 * much its managers may grant.
 */
@Named("people")
@RequestScoped
public class PeopleView {

    /**
     * A unit of the tree.
     *
     * @param depth 0 for the company itself
     * @param mayGrantMinor in one decision, in minor units; null where nobody was given authority
     */
    public record Branch(OrgUnit unit, int depth, List<Person> people, Long mayGrantMinor) {}

    @Inject Actors actors;

    @Inject LookingAtPeople looking;

    @Inject Organizations organizations;

    private final List<Branch> branches = new ArrayList<>();
    private int count;

    @PostConstruct
    void open() {
        Organization organization = organizations.current();
        List<Person> seen = looking.seenBy(actors.actor());
        count = seen.size();
        organization.units().stream()
                .filter(unit -> unit.under() == null)
                .forEach(unit -> grow(organization, unit, 0, seen));
    }

    private void grow(Organization organization, OrgUnit unit, int depth, List<Person> seen) {
        branches.add(
                new Branch(
                        unit,
                        depth,
                        seen.stream().filter(p -> p.at().equals(unit.code())).toList(),
                        organization
                                .authority(unit.code())
                                .map(Authority::upToMinor)
                                .orElse(null)));
        organization.units().stream()
                .filter(below -> unit.code().equals(below.under()))
                .forEach(below -> grow(organization, below, depth + 1, seen));
    }

    /** Codes of somebody's roles, in the order in which people would say them. */
    public List<String> roles(Person person) {
        return person.roles().stream().map(Role::code).toList();
    }

    public List<Branch> getBranches() {
        return branches;
    }

    public int getCount() {
        return count;
    }
}
