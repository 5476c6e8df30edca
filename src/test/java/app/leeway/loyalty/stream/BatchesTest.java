package app.leeway.loyalty.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<List<Integer>> taken = new ArrayList<>();
    private final Deque<Runnable> now = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Batches<Integer> batches = new Batches<>(10, this::take, now::add, later::add);
    private boolean refusing;
    private long asked;

    private final Flow.Subscription subscription =
            new Flow.Subscription() {
                @Override
                public void request(long count) {
                    asked += count;
                }

                @Override
                public void cancel() {
                    asked = 0;
                }
            };

    @Test
    void a_lonely_one_waits_for_no_company() {
        batches.onSubscribe(subscription);

        batches.onNext(1);
        now.remove().run();

        assertThat(taken).containsExactly(List.of(1));
    }

    @Test
    void what_comes_meanwhile_is_the_next_batch_in_its_order() {
        batches.onSubscribe(subscription);

        IntStream.rangeClosed(1, 3).forEach(batches::onNext);
        assertThat(now).hasSize(1);
        now.remove().run();
        IntStream.rangeClosed(4, 5).forEach(batches::onNext);
        now.remove().run();

        assertThat(taken).containsExactly(List.of(1, 2, 3), List.of(4, 5));
    }

    @Test
    void no_more_is_asked_for_than_may_wait() {
        batches.onSubscribe(subscription);
        assertThat(asked).isEqualTo(10);

        IntStream.rangeClosed(1, 4).forEach(batches::onNext);
        assertThat(asked).isEqualTo(10);
        now.remove().run();

        assertThat(asked).isEqualTo(14);
    }

    @Test
    void what_could_not_be_taken_is_tried_again_before_all_that_follows() {
        batches.onSubscribe(subscription);
        refusing = true;
        IntStream.rangeClosed(1, 2).forEach(batches::onNext);
        now.remove().run();
        batches.onNext(3);
        assertThat(taken).isEmpty();
        assertThat(now).isEmpty();

        refusing = false;
        later.remove().run();

        assertThat(taken).containsExactly(List.of(1, 2, 3));
        assertThat(asked).isEqualTo(13);
    }

    private void take(List<Integer> batch) {
        if (refusing) {
            throw new IllegalStateException("the database is away");
        }
        taken.add(batch);
    }
}
