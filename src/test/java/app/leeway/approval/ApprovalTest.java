package app.leeway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.gesture.ApprovalRequest;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final long ANNA = 1;
    private static final Signature KIMS = new Signature(2, null, NOW);
    private static final Signature MATS = new Signature(3, null, NOW);

    @Test
    void a_yes_grants_all_of_it() {
        Approval approval = waiting(1);

        assertThat(approval.approve(KIMS)).isTrue();
        assertThat(approval.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approval.grantedMinor()).isEqualTo(70_000);
    }

    @Test
    void where_four_eyes_are_needed_the_second_yes_grants() {
        Approval approval = waiting(2);

        assertThat(approval.approve(KIMS)).isFalse();
        assertThat(approval.state()).isEqualTo(ApprovalState.WAITING);
        assertThat(approval.approve(MATS)).isTrue();
        assertThat(approval.state()).isEqualTo(ApprovalState.APPROVED);
    }

    @Test
    void the_second_yes_is_neither_of_the_same_person_nor_in_their_place() {
        for (Signature second :
                List.of(KIMS, new Signature(3, 2L, NOW), new Signature(2, 4L, NOW))) {
            Approval approval = waiting(2);
            approval.approve(KIMS);

            assertThatThrownBy(() -> approval.approve(second))
                    .as(second.toString())
                    .isInstanceOf(RefusedException.class);
        }
        Approval inTheirPlace = waiting(2);
        inTheirPlace.approve(new Signature(5, 2L, NOW));
        assertThatThrownBy(() -> inTheirPlace.approve(KIMS)).isInstanceOf(RefusedException.class);
    }

    @Test
    void an_offer_that_is_taken_is_the_decision_of_whoever_made_it() {
        Approval approval = waiting(1);
        approval.counter(new Offer(50_000, null, KIMS));
        assertThat(approval.pausedSince()).isEqualTo(NOW);

        approval.accept(NOW.plusSeconds(60));

        assertThat(approval.decided()).isEqualTo(new Signature(2, null, NOW.plusSeconds(60)));
        assertThat(approval.grantedMinor()).isEqualTo(50_000);
    }

    @Test
    void an_offer_that_is_not_taken_is_gone_and_the_clock_runs_again() {
        Approval approval = waiting(1);
        approval.counter(new Offer(50_000, null, KIMS));

        approval.answer(NOW.plusSeconds(600));

        assertThat(approval.state()).isEqualTo(ApprovalState.WAITING);
        assertThat(approval.offer()).isNull();
        assertThat(approval.dueAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(approval.pausedSince()).isNull();
    }

    @Test
    void each_setting_of_the_clock_makes_the_alarms_of_the_one_before_void() {
        Approval approval = waiting(1);
        approval.ask(2, NOW);
        assertThat(approval.clock()).isEqualTo(1);
        approval.answer(NOW);
        assertThat(approval.clock()).isEqualTo(2);
        approval.escalate(List.of(onStep(1)), NOW);
        assertThat(approval.clock()).isEqualTo(3);
        approval.approve(KIMS);
        assertThat(approval.clock()).isEqualTo(4);
    }

    @Test
    void a_yes_taken_back_leaves_nothing_of_it() {
        Approval approval = waiting(1);
        approval.approve(KIMS);

        approval.undo(NOW.plusSeconds(90));

        assertThat(approval.state()).isEqualTo(ApprovalState.WAITING);
        assertThat(approval.decided()).isNull();
        assertThat(approval.grantedMinor()).isNull();
    }

    @Test
    void going_up_takes_it_out_of_the_hands_it_was_given_into() {
        Approval approval = waiting(1);
        approval.reassign(3);

        approval.escalate(List.of(onStep(1)), NOW);

        assertThat(approval.assignedTo()).isNull();
        assertThat(approval.step()).isEqualTo(1);
    }

    @Test
    void past_the_last_step_it_stays_overdue_and_its_clock_stands() {
        Approval approval = waiting(1);

        assertThat(approval.escalate(List.of(onStep(0)), NOW)).isFalse();

        assertThat(approval.overdue()).isTrue();
        assertThat(approval.step()).isZero();
        assertThat(approval.clock()).isZero();
        assertThat(approval.dueAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(approval.leadership()).isTrue();
    }

    @Test
    void nothing_happens_by_itself_to_what_does_not_wait() {
        List<Consumer<Approval>> byItself =
                List.of(
                        a -> a.escalate(List.of(onStep(1)), NOW),
                        a -> a.fallBack(1),
                        a -> a.goOnWaiting(NOW));
        for (Consumer<Approval> happening : byItself) {
            Approval asked = waiting(1);
            asked.ask(2, NOW);

            assertThatThrownBy(() -> happening.accept(asked))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(asked.state()).isEqualTo(ApprovalState.QUESTIONED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalState.class,
            names = {"DECLINED", "WITHDRAWN", "EXPIRED", "FALLEN_BACK"})
    void what_has_ended_stays_so(ApprovalState end) {
        List<Consumer<Approval>> verbs =
                List.of(
                        a -> a.approve(KIMS),
                        a -> a.decline(KIMS, null),
                        a -> a.counter(new Offer(1, null, KIMS)),
                        a -> a.accept(NOW),
                        a -> a.ask(2, NOW),
                        a -> a.answer(NOW),
                        a -> a.reassign(3),
                        a -> a.remind(NOW),
                        Approval::withdraw,
                        a -> a.undo(NOW));
        for (Consumer<Approval> verb : verbs) {
            Approval approval = waiting(1);
            approval.follow(end);

            assertThatThrownBy(() -> verb.accept(approval)).isInstanceOf(RefusedException.class);
            assertThat(approval.state()).isEqualTo(end);
        }
    }

    private static Decider onStep(int step) {
        return new Decider(null, null, step, step == 0);
    }

    private static Approval waiting(int approvalsNeeded) {
        ApprovalRequest request =
                new ApprovalRequest(
                        new UUID(0, 1),
                        true,
                        ANNA,
                        "krogen",
                        "krogen",
                        "goodwill",
                        "recovery",
                        null,
                        Money.of(70_000, "SEK"),
                        NOW,
                        null,
                        null,
                        null);
        return Approval.asked(request, approvalsNeeded, NOW.plusSeconds(300), false);
    }
}
