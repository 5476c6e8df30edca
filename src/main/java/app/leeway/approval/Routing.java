package app.leeway.approval;

import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may decide an exception: managers whose subtree holds the place and whose authority covers
 * the amount, nearest first; never the requester, nobody of whom the requester is the manager, and
 * nobody with a relation to the customer. For whoever is away their stand-in decides, to whom the
 * same applies. Where there is none at all, leaders.
 *
 * <p>Pure: the same organization, circumstances and case give the same people. Nothing of it is
 * stored, so another tree, another authority or a declared relation moves what waits by itself.
 */
final class Routing {

    /** Why somebody is not among those who may decide. */
    enum Hindrance {
        OWN_REQUEST("nobody decides what they ask for themselves"),
        NOT_A_MANAGER("only managers decide"),
        OUTSIDE("it is outside the part of the company that you manage"),
        OWN_MANAGER("nobody decides for their own manager"),
        RELATION("you have declared a relation to the customer"),
        AWAY("you are away: say that you are there after all, and decide"),
        BEYOND_AUTHORITY("it is more than you may grant in one decision");

        private final String words;

        Hindrance(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Organization organization;
    private final Circumstances circumstances;

    Routing(Organization organization, Circumstances circumstances) {
        this.organization = organization;
        this.circumstances = circumstances;
    }

    /** All who may decide it, nearest first, each with the step at which it comes to them. */
    List<Decider> deciders(ApprovalSubject about) {
        List<String> path = organization.upwards(about.place());
        List<Person> managers =
                organization.people().stream()
                        .filter(p -> seatHindrance(p, about).isEmpty())
                        .sorted(Comparator.comparingInt(p -> path.indexOf(p.at())))
                        .toList();
        Map<Long, Decider> deciders = new LinkedHashMap<>();
        Set<String> levels = new LinkedHashSet<>();
        for (Person manager : managers) {
            Optional<Person> there = there(manager, about);
            if (there.isPresent()) {
                levels.add(manager.at());
                Decider decider = decider(there.get(), manager, levels.size() - 1, false);
                deciders.putIfAbsent(there.get().id(), decider);
            }
        }
        return deciders.isEmpty() ? leaders(about) : List.copyOf(deciders.values());
    }

    /**
     * Nobody else may: those who lead the place decide, whatever the amount, even while they are
     * away, where nobody stands in for any of them.
     */
    private List<Decider> leaders(ApprovalSubject about) {
        List<Person> leaders =
                organization.people().stream()
                        .filter(p -> p.roles().contains(Role.LEADER))
                        .filter(p -> organization.holds(p.at(), about.place()))
                        .filter(p -> isImpartial(p, about))
                        .toList();
        Map<Long, Decider> deciders = new LinkedHashMap<>();
        for (Person leader : leaders) {
            there(leader, about)
                    .ifPresent(p -> deciders.putIfAbsent(p.id(), decider(p, leader, 0, true)));
        }
        return deciders.isEmpty()
                ? leaders.stream().map(p -> new Decider(p, null, 0, true)).toList()
                : List.copyOf(deciders.values());
    }

    private static Decider decider(Person person, Person seat, int step, boolean leadership) {
        return new Decider(person, person.id() == seat.id() ? null : seat, step, leadership);
    }

    /** Who decides for a manager: they themselves, or whoever stands in for them and may. */
    private Optional<Person> there(Person manager, ApprovalSubject about) {
        if (!circumstances.substitutes().isAway(manager.id())) {
            return Optional.of(manager);
        }
        return circumstances
                .substitutes()
                .standInOf(manager.id())
                .filter(organization::isActive)
                .flatMap(organization::person)
                .filter(
                        p ->
                                isImpartial(p, about)
                                        && !organization.isManagerOf(about.requesterId(), p.at()));
    }

    private boolean isImpartial(Person person, ApprovalSubject about) {
        return person.id() != about.requesterId()
                && !circumstances.isRelated(person.id(), about.customerId());
    }

    /** As whom somebody may decide it; empty when they may not. */
    Optional<Decider> decider(long personId, ApprovalSubject about) {
        return deciders(about).stream().filter(d -> d.person().id() == personId).findFirst();
    }

    /** What keeps somebody from deciding it; null when nothing does. */
    Hindrance hindrance(long personId, ApprovalSubject about) {
        return organization.person(personId).flatMap(p -> hindrance(p, about)).orElse(null);
    }

    /** What keeps a manager from deciding it as themselves; empty when nothing does. */
    Optional<Hindrance> hindrance(Person person, ApprovalSubject about) {
        return seatHindrance(person, about)
                .or(
                        () ->
                                circumstances.substitutes().isAway(person.id())
                                        ? Optional.of(Hindrance.AWAY)
                                        : Optional.empty());
    }

    /** The same, whether they are there or not. */
    private Optional<Hindrance> seatHindrance(Person person, ApprovalSubject about) {
        if (person.id() == about.requesterId()) {
            return Optional.of(Hindrance.OWN_REQUEST);
        }
        if (!person.roles().contains(Role.MANAGER)) {
            return Optional.of(Hindrance.NOT_A_MANAGER);
        }
        if (!organization.holds(person.at(), about.place())) {
            return Optional.of(Hindrance.OUTSIDE);
        }
        if (organization.isManagerOf(about.requesterId(), person.at())) {
            return Optional.of(Hindrance.OWN_MANAGER);
        }
        if (circumstances.isRelated(person.id(), about.customerId())) {
            return Optional.of(Hindrance.RELATION);
        }
        return organization.mayGrant(person, about.category(), about.amountMinor())
                ? Optional.empty()
                : Optional.of(Hindrance.BEYOND_AUTHORITY);
    }

    /** What somebody may decide, for a query; {@link #decider} has the last word on each. */
    List<Remit> remits(long personId) {
        Person person = organization.person(personId).orElseThrow();
        List<Remit> remits = new ArrayList<>();
        if (!circumstances.substitutes().isAway(personId)) {
            addSeat(person, managersOf(person), remits);
        } else if (person.roles().contains(Role.LEADER)) {
            remits.add(new Remit(organization.downwards(person.at()), null, Set.of()));
        }
        for (long absent : circumstances.substitutes().standingInFor(personId)) {
            Person seat = organization.person(absent).orElseThrow();
            Set<Long> notOf = new HashSet<>(managersOf(seat));
            notOf.addAll(managersOf(person));
            notOf.add(absent);
            addSeat(seat, notOf, remits);
        }
        return remits;
    }

    /** What somebody decides where they are there, or somebody in their place. */
    private void addSeat(Person seat, Set<Long> notOf, List<Remit> remits) {
        Set<String> units = organization.downwards(seat.at());
        if (seat.roles().contains(Role.MANAGER)) {
            organization
                    .authority(seat.at())
                    .map(upTo -> new Remit(units, upTo, notOf))
                    .ifPresent(remits::add);
        }
        if (seat.roles().contains(Role.LEADER)) {
            remits.add(new Remit(units, null, Set.of()));
        }
    }

    private Set<Long> managersOf(Person person) {
        return organization.people().stream()
                .filter(other -> organization.isManagerOf(other.id(), person.at()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }
}
