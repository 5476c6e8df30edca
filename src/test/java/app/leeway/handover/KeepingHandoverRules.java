package app.leeway.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** What the company file says of handover notes, as it is kept. */
@ApplicationScoped
public class KeepingHandoverRules {

    @Inject HandoverStore store;

    @Transactional
    public HandoverRule current() {
        return store.rule();
    }

    @Transactional(TxType.MANDATORY)
    public void keep(HandoverRule rule) {
        store.keep(rule);
    }
}
