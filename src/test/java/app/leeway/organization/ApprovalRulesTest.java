package app.leeway.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApprovalRulesTest {

    @Test
    void a_second_factor_is_needed_above_the_amount_and_not_at_it() {
        ApprovalRules rules = new ApprovalRules(null, null, null, null, 500_000L);

        assertThat(rules.knowsSecondFactor()).isTrue();
        assertThat(rules.needsSecondFactor(500_000)).isFalse();
        assertThat(rules.needsSecondFactor(500_001)).isTrue();
    }

    @Test
    void a_company_that_says_nothing_of_it_needs_none() {
        assertThat(ApprovalRules.USUAL.knowsSecondFactor()).isFalse();
        assertThat(ApprovalRules.USUAL.needsSecondFactor(Long.MAX_VALUE)).isFalse();
    }
}
