package app.leeway.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work behind the pages, in transactions that may take longer than the two minutes after which the
 * server ends one that somebody waits for.
 */
@ApplicationScoped
public class LongWork {

    private static final int LONGEST_SECONDS = (int) Duration.ofHours(6).toSeconds();

    @Resource UserTransaction transaction;

    /** All of it in one transaction of its own, or nothing. */
    public <T> T inOne(Supplier<T> work) {
        try {
            transaction.setTransactionTimeout(LONGEST_SECONDS);
            transaction.begin();
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                transaction.setTransactionTimeout(0);
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("long work could not be committed", e);
        }
    }

    /** The same of what answers nothing. */
    public void inOne(Runnable work) {
        inOne(
                () -> {
                    work.run();
                    return null;
                });
    }
}
