package app.leeway.guardrail;

import static app.leeway.guardrail.ProposalFixture.goodwill;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything given must match; what is not given matches anything. */
class ScopeTest {

    @Test
    void anEmptyScopeIsAboutAnything() {
        assertThat(Scope.ANYTHING.matches(goodwill(1).build())).isTrue();
        assertThat(Scope.ANYTHING.matches(goodwill(1).atNoSite().forNobodyKnown().build()))
                .isTrue();
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(
                        RuleFixture.kind("goodwill"),
                        goodwill(1),
                        goodwill(1).ofKind("treat", "recovery", "Gest", "Treat")),
                Arguments.of(
                        RuleFixture.category("recovery"),
                        goodwill(1),
                        goodwill(1).ofKind("goodwill", "delight", "Gest", "Treat")),
                Arguments.of(
                        RuleFixture.role("manager"),
                        goodwill(1).by("staff", "manager"),
                        goodwill(1)),
                Arguments.of(
                        RuleFixture.unit("krogen"),
                        goodwill(1),
                        goodwill(1).at("gymmet", "north", "nordlyst")),
                Arguments.of(
                        RuleFixture.unit("north"),
                        goodwill(1).atNoSite(),
                        goodwill(1).at("banken", "coast", "nordlyst")),
                Arguments.of(
                        RuleFixture.tier("gold"),
                        goodwill(1).ofTier("gold"),
                        goodwill(1).ofTier("silver")),
                Arguments.of(RuleFixture.tier("gold"), goodwill(1).ofTier("gold"), goodwill(1)),
                Arguments.of(
                        RuleFixture.touchpoint("table"),
                        goodwill(1).atTouchpoint("table"),
                        goodwill(1)),
                Arguments.of(
                        RuleFixture.moment("strike"), goodwill(1).inMoment("strike"), goodwill(1)),
                Arguments.of(RuleFixture.outreach(true), goodwill(1).reachingOut(), goodwill(1)),
                Arguments.of(RuleFixture.outreach(false), goodwill(1), goodwill(1).reachingOut()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scopes")
    void whatIsGivenMustMatch(Scope scope, ProposalFixture about, ProposalFixture notAbout) {
        assertThat(scope.matches(about.build())).isTrue();
        assertThat(scope.matches(notAbout.build())).isFalse();
    }

    @Test
    void allThatIsGivenMustMatchTogether() {
        Scope managersAtKrogen =
                new Scope("goodwill", null, "manager", "krogen", null, null, null, null);

        assertThat(managersAtKrogen.matches(goodwill(1).by("manager").build())).isTrue();
        assertThat(managersAtKrogen.matches(goodwill(1).build())).isFalse();
        assertThat(
                        managersAtKrogen.matches(
                                goodwill(1).by("manager").at("gymmet", "north").build()))
                .isFalse();
    }
}
