package app.leeway.absence;

import static app.leeway.absence.AbsenceFixture.absence;
import static app.leeway.absence.AbsenceFixture.away;
import static app.leeway.absence.AbsenceFixture.december;
import static app.leeway.organization.OrganizationFixture.ANNA;
import static app.leeway.organization.OrganizationFixture.KIM;
import static app.leeway.organization.OrganizationFixture.LENA;
import static app.leeway.organization.OrganizationFixture.MARIA;
import static app.leeway.organization.OrganizationFixture.MATS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubstitutesTest {

    @Test
    void somebodyIsAwayFromTheFirstInstantAndBackAtTheLast() {
        List<Absence> absences = List.of(away(KIM, 10, 12, MATS));
        assertThat(Substitutes.of(absences, december(10).minusNanos(1)).isAway(KIM)).isFalse();
        assertThat(Substitutes.of(absences, december(10)).isAway(KIM)).isTrue();
        assertThat(Substitutes.of(absences, december(12).minusNanos(1)).isAway(KIM)).isTrue();
        assertThat(Substitutes.of(absences, december(12)).isAway(KIM)).isFalse();
        assertThat(Substitutes.of(absences, december(12)).standingInFor(MATS)).isEmpty();
    }

    @Test
    void aStandInWhoIsAwayHandsOnToTheirOwn() {
        Substitutes substitutes =
                Substitutes.of(
                        List.of(
                                away(KIM, 10, 20, MATS),
                                away(MATS, 10, 14, MARIA),
                                away(MARIA, 12, 14, LENA)),
                        december(13));
        assertThat(substitutes.standInOf(KIM)).contains(LENA);
        assertThat(substitutes.standInOf(MATS)).contains(LENA);
        assertThat(substitutes.standingInFor(LENA)).containsExactlyInAnyOrder(KIM, MATS, MARIA);
        assertThat(substitutes.standingInFor(MATS)).as("while they are away").isEmpty();
        assertThat(
                        Substitutes.of(
                                        List.of(away(KIM, 10, 20, MATS), away(MATS, 10, 14, MARIA)),
                                        december(15))
                                .standInOf(KIM))
                .as("back again")
                .contains(MATS);
    }

    @Test
    void aCircleLeadsToNobody() {
        Substitutes substitutes =
                Substitutes.of(
                        List.of(
                                away(KIM, 10, 20, MATS),
                                away(MATS, 10, 20, KIM),
                                away(ANNA, 10, 20, KIM)),
                        december(13));
        assertThat(substitutes.standInOf(KIM)).isEmpty();
        assertThat(substitutes.standInOf(ANNA)).isEmpty();
        assertThat(substitutes.standingInFor(MATS)).isEmpty();
        assertThat(substitutes.isAway(KIM)).isTrue();
    }

    @Test
    void whoIsAwayWithoutAStandInHasNone() {
        Substitutes substitutes = Substitutes.of(List.of(away(KIM, 10, 20, null)), december(13));
        assertThat(substitutes.isAway(KIM)).isTrue();
        assertThat(substitutes.standInOf(KIM)).isEmpty();
        assertThat(substitutes.standInOf(MATS)).as("who is there").isEmpty();
    }

    @Test
    void ofTwoAtOnceWhatWasSaidByHandAndLastCounts() {
        assertThat(
                        Substitutes.of(
                                        List.of(
                                                absence(KIM, 10, 20, MATS, false, 1),
                                                absence(KIM, 12, 14, MARIA, true, 5),
                                                absence(KIM, 12, 14, null, false, 6)),
                                        december(13))
                                .standInOf(KIM))
                .contains(MATS);
        assertThat(
                        Substitutes.of(
                                        List.of(
                                                absence(KIM, 10, 20, MATS, false, 1),
                                                absence(KIM, 12, 14, LENA, false, 2)),
                                        december(13))
                                .standInOf(KIM))
                .contains(LENA);
    }
}
