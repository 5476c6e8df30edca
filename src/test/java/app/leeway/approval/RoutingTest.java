package app.leeway.approval;

import static app.leeway.absence.SubstituteFixture.away;
import static app.leeway.organization.OrganizationFixture.ANNA;
import static app.leeway.organization.OrganizationFixture.KENT;
import static app.leeway.organization.OrganizationFixture.KIM;
import static app.leeway.organization.OrganizationFixture.LENA;
import static app.leeway.organization.OrganizationFixture.MARIA;
import static app.leeway.organization.OrganizationFixture.MATS;
import static app.leeway.organization.OrganizationFixture.nordlyst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.absence.SubstituteFixture;
import app.leeway.absence.Substitutes;
import app.leeway.approval.Routing.Hindrance;
import app.leeway.organization.Organization;
import app.leeway.organization.OrganizationFixture;
import app.leeway.organization.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final long CUSTOMER = 900;

    @Test
    void nearestFirstAndEachLevelIsAStep() {
        assertThat(routing(nordlyst().withKent()).deciders(anna(140_000)))
                .extracting(d -> d.person().id(), Decider::step, Decider::leadership)
                .containsExactly(
                        tuple(KIM, 0, false),
                        tuple(KENT, 0, false),
                        tuple(MATS, 1, false),
                        tuple(LENA, 2, false));
    }

    @Test
    void whoMayGrantLessIsPassedOver() {
        assertThat(people(routing(nordlyst()).deciders(anna(200_000))))
                .containsExactly(KIM, MATS, LENA);
        assertThat(people(routing(nordlyst()).deciders(anna(200_001)))).containsExactly(MATS, LENA);
    }

    @Test
    void aCategoryMayHaveALimitOfItsOwn() {
        OrganizationFixture stricter =
                nordlyst().granting("krogen", 200_000, Map.of("recovery", 100_000L));
        assertThat(people(routing(stricter).deciders(anna(140_000)))).containsExactly(MATS, LENA);
        OrganizationFixture looser =
                nordlyst().granting("krogen", 200_000, Map.of("recovery", 300_000L));
        assertThat(people(routing(looser).deciders(anna(250_000))))
                .containsExactly(KIM, MATS, LENA);
    }

    @Test
    void nobodyDecidesTheirOwnOrTheirManagers() {
        assertThat(people(routing(nordlyst().withKent()).deciders(of(KIM, 140_000))))
                .as("a colleague beside them may")
                .containsExactly(KENT, MATS, LENA);
        assertThat(people(routing(nordlyst().withKent()).deciders(of(MATS, 140_000))))
                .containsExactly(LENA);
        assertThat(routing(nordlyst()).hindrance(KIM, of(MATS, 140_000)))
                .isEqualTo(Hindrance.OWN_MANAGER);
        assertThat(routing(nordlyst()).hindrance(KIM, of(KIM, 140_000)))
                .isEqualTo(Hindrance.OWN_REQUEST);
    }

    @Test
    void whoKnowsTheCustomerStaysOut() {
        Circumstances related = new Circumstances(Map.of(KIM, Set.of(CUSTOMER)), Substitutes.NONE);
        assertThat(people(new Routing(nordlyst().organization(), related).deciders(anna(140_000))))
                .containsExactly(MATS, LENA);
    }

    @Test
    void aStandInDecidesInTheirPlaceAndBothAreNamed() {
        assertThat(deciders(nordlyst(), away(KIM, MARIA)))
                .extracting(d -> d.person().id(), Decider::forId, Decider::step)
                .containsExactly(tuple(MARIA, KIM, 0), tuple(MATS, null, 1), tuple(LENA, null, 2));
        assertThat(deciders(nordlyst(), away(KIM, MATS)))
                .as("once, and as near as they can")
                .extracting(d -> d.person().id(), Decider::forId, Decider::step)
                .containsExactly(tuple(MATS, KIM, 0), tuple(LENA, null, 2));
        assertThat(deciders(nordlyst(), away(KIM, MARIA).andAway(MARIA, LENA)))
                .as("a chain")
                .extracting(d -> d.person().id(), Decider::forId, Decider::step)
                .containsExactly(tuple(LENA, KIM, 0), tuple(MATS, null, 1));
    }

    @Test
    void withoutAStandInItGoesUpward() {
        assertThat(deciders(nordlyst(), away(KIM, null)))
                .extracting(d -> d.person().id(), Decider::step)
                .containsExactly(tuple(MATS, 0), tuple(LENA, 1));
        assertThat(routing(nordlyst(), away(KIM, null).now()).hindrance(KIM, anna(140_000)))
                .isEqualTo(Hindrance.AWAY);
    }

    @Test
    void aStandInDecidesNothingThatIsTheirOwnOrTheirManagers() {
        assertThat(people(routing(nordlyst(), away(KIM, MATS).now()).deciders(of(MATS, 140_000))))
                .containsExactly(LENA);
        OrganizationFixture withKent = nordlyst().withKent();
        assertThat(people(routing(withKent, away(LENA, KENT).now()).deciders(of(MATS, 140_000))))
                .as("Mats is Kent's manager, so it stays with those who lead")
                .containsExactly(LENA);
        Circumstances related =
                new Circumstances(Map.of(MARIA, Set.of(CUSTOMER)), away(KIM, MARIA).now());
        assertThat(people(new Routing(nordlyst().organization(), related).deciders(anna(140_000))))
                .containsExactly(MATS, LENA);
    }

    @Test
    void whereNobodyMayThoseWhoLeadDecideWhateverItCosts() {
        assertThat(routing(nordlyst()).deciders(anna(10_000_001)))
                .extracting(d -> d.person().id(), Decider::leadership)
                .containsExactly(tuple(LENA, true));
        assertThat(routing(nordlyst(), away(LENA, MARIA).now()).deciders(anna(10_000_001)))
                .extracting(d -> d.person().id(), Decider::forId)
                .containsExactly(tuple(MARIA, LENA));
        assertThat(people(routing(nordlyst()).deciders(of(LENA, 10_000_001))))
                .as("nobody leads besides Lena, and it is hers")
                .isEmpty();
        OrganizationFixture two = nordlyst().with(20, "lars", "Lars Topp", "nordlyst", Role.LEADER);
        assertThat(people(routing(two).deciders(of(LENA, 10_000_001)))).containsExactly(20L);
    }

    @Test
    void whatAQueryFindsIsWhatRoutingSays() {
        List<Substitutes> moments =
                List.of(
                        Substitutes.NONE,
                        away(KIM, MATS).now(),
                        away(KIM, MARIA).now(),
                        away(MATS, KIM).andAway(LENA, MARIA).now());
        for (Substitutes moment : moments) {
            Routing routing = routing(nordlyst(), moment);
            for (long requester : List.of(ANNA, KIM, MATS)) {
                ApprovalSubject about = of(requester, 140_000);
                List<Long> deciding = people(routing.deciders(about));
                for (long person : List.of(KIM, MATS, MARIA, LENA)) {
                    if (deciding.contains(person)) {
                        assertThat(routing.remits(person))
                                .as(person + " about what " + requester + " asks")
                                .anyMatch(remit -> holds(remit, about));
                    }
                }
            }
        }
    }

    private static boolean holds(Remit remit, ApprovalSubject about) {
        return remit.units().contains(about.place())
                && !remit.notOf().contains(about.requesterId())
                && (remit.isLeadership()
                        || remit.upTo().upTo(about.category()) >= about.amountMinor());
    }

    private static List<Decider> deciders(OrganizationFixture fixture, SubstituteFixture moment) {
        return routing(fixture, moment.now()).deciders(anna(140_000));
    }

    private static Routing routing(OrganizationFixture fixture) {
        return routing(fixture, Substitutes.NONE);
    }

    private static Routing routing(OrganizationFixture fixture, Substitutes moment) {
        Organization organization = fixture.organization();
        return new Routing(organization, new Circumstances(Map.of(), moment));
    }

    private static ApprovalSubject anna(long amountMinor) {
        return of(ANNA, amountMinor);
    }

    private static ApprovalSubject of(long requester, long amountMinor) {
        return new ApprovalSubject("krogen-servis", "recovery", amountMinor, requester, CUSTOMER);
    }

    private static List<Long> people(List<Decider> deciders) {
        return deciders.stream().map(d -> d.person().id()).toList();
    }
}
