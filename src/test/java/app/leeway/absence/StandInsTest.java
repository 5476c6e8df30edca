package app.leeway.absence;

import static app.leeway.absence.AbsenceFixture.away;
import static app.leeway.organization.OrganizationFixture.KIM;
import static app.leeway.organization.OrganizationFixture.MARIA;
import static app.leeway.organization.OrganizationFixture.MATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.organization.Organization;
import app.leeway.organization.OrganizationFixture;
import app.leeway.shared.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInsTest {

    private static final Organization NORDLYST = OrganizationFixture.nordlyst().organization();

    @ParameterizedTest
    @CsvSource({"kim, themselves", "anna, not-a-manager", "nobody, unknown-person"})
    void whoCannotStandInIsRefused(String user, String code) {
        assertThat(refusal(user, List.of()).violations().get(0).code()).isEqualTo(code);
    }

    @Test
    void nobodyYetIsNobody() {
        assertThat(new StandIns(NORDLYST, List.of()).standIn(null, away(KIM, 10, 20, null)))
                .isNull();
    }

    @Test
    void twoWhoWouldStandInForEachOtherAreRefused() {
        RefusedException refused = refusal("mats", List.of(away(MATS, 19, 25, KIM)));
        assertThat(refused.violations().get(0).code()).isEqualTo("cycle");
        assertThat(refused.getMessage()).contains("Kim Sten > Mats Norén > Kim Sten");
    }

    @Test
    void soAreThreeInACircle() {
        assertThat(
                        refusal("mats", List.of(away(MATS, 8, 15, MARIA), away(MARIA, 12, 25, KIM)))
                                .violations()
                                .get(0)
                                .code())
                .isEqualTo("cycle");
    }

    @Test
    void atDifferentTimesTheyMay() {
        assertThat(standIn("mats", List.of(away(MATS, 20, 25, KIM)))).isEqualTo(MATS);
        assertThat(standIn("mats", List.of(away(MATS, 8, 12, MARIA), away(MARIA, 12, 25, KIM))))
                .as("each meets the other, but never all three at once")
                .isEqualTo(MATS);
    }

    @Test
    void aCircleOfOthersIsTheirs() {
        assertThat(standIn("mats", List.of(away(MATS, 8, 25, MARIA), away(MARIA, 8, 25, MATS))))
                .isEqualTo(MATS);
    }

    private static Long standIn(String user, List<Absence> others) {
        return new StandIns(NORDLYST, others).standIn(user, away(KIM, 10, 20, null));
    }

    private static RefusedException refusal(String user, List<Absence> others) {
        return catchThrowableOfType(RefusedException.class, () -> standIn(user, others));
    }
}
