package app.leeway.loyalty.wire;

import app.leeway.http.Form;
import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The webhook of a loyalty product, as that product documents it. */
public interface ProductEvent {

    int TEXT_MAX = 200;
    int POINTS_MAX = 1_000_000_000;

    Map<String, ProductEvent> PRODUCTS =
            Map.of("square", new SquareLoyalty(), "loyaltylion", new LoyaltyLion());

    /**
     * What it tells; marks what is wrong with it.
     *
     * @return null for what concerns no outcome, or when something is wrong
     */
    Outcome outcome(Form form);

    /** The products that are understood. */
    static Set<String> products() {
        return PRODUCTS.keySet();
    }

    /**
     * @return none for what concerns no outcome
     * @throws app.leeway.shared.RefusedException INVALID with everything that is wrong
     */
    static List<Received> read(String product, Form form) {
        Outcome outcome = PRODUCTS.get(product).outcome(form);
        form.allowOthers();
        form.complete();
        return Optional.ofNullable(outcome).map(o -> Received.of(0, o)).stream().toList();
    }
}
