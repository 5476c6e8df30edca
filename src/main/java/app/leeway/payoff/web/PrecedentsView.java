package app.leeway.payoff.web;

import app.leeway.payoff.Precedents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What became of others like what is to be decided, where enough is known. */
@Named("precedents")
@RequestScoped
public class PrecedentsView {

    @Inject Precedents precedents;

    private List<Precedents.Precedent> all;

    /**
     * @return null where nothing may be told
     */
    public Precedents.Precedent of(String kind) {
        if (all == null) {
            all = precedents.all();
        }
        return all.stream().filter(one -> one.kind().equals(kind)).findFirst().orElse(null);
    }
}
