package app.leeway.payoff;

import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.result.RowView;

/**
 * One row of {@code estimate.sql}: a lens and a group. What is null there is NaN here. It can be
 * asked only until the next row is read.
 */
final class FactRow {

    private final RowView row;

    FactRow(RowView row) {
        this.row = row;
    }

    String lens() {
        return row.getColumn("lens", String.class);
    }

    /** The lens and the group, which no other row has. */
    String key() {
        return lens() + " " + group();
    }

    Group group() {
        return Group.parse(row.getColumn("grp", String.class));
    }

    int all() {
        return count("n_all");
    }

    boolean onlyWithoutIncident() {
        return count("troubled") == 1 && count("met") == 0;
    }

    Naive naive() {
        return new Naive(number("naive_level"), number("naive_change"), number("own_past"));
    }

    Estimate value() {
        return estimate(effect("y"), effect("y_net"), effect("yr"));
    }

    Estimate uncapped() {
        return estimate(effect("u"), effect("u_net"), effect("ur"));
    }

    /** Of what has no price: nothing net, nothing per krona. */
    Estimate plain(String measure) {
        Effect none = new Effect(Double.NaN, Double.NaN);
        return estimate(effect(measure), none, none);
    }

    Map<String, Double> balance() {
        Map<String, Double> balance = new LinkedHashMap<>();
        for (String name : new String[] {"history", "before", "baseline"}) {
            double off = number("smd_" + name);
            if (!Double.isNaN(off)) {
                balance.put(name, off);
            }
        }
        return balance;
    }

    /** A row of {@code clusters.sql}. */
    StandardErrors errors() {
        return new StandardErrors(
                number("effect"), number("net"), number("ratio"), count("clusters"));
    }

    /** 0 where there is none. */
    int count(String column) {
        return value(column, Integer.class, 0);
    }

    private Estimate estimate(Effect effect, Effect net, Effect perKrona) {
        return new Estimate(
                all(),
                count("n"),
                count("controls"),
                count("strata"),
                zeroIfNone("ess"),
                zeroIfNone("heaviest"),
                number("k"),
                effect,
                net,
                perKrona);
    }

    private Effect effect(String column) {
        return new Effect(number(column), number(column + "_se"));
    }

    private double number(String column) {
        return value(column, Double.class, Double.NaN);
    }

    private double zeroIfNone(String column) {
        return value(column, Double.class, 0.0);
    }

    private <T> T value(String column, Class<T> type, T none) {
        T value = row.getColumn(column, type);
        return value == null ? none : value;
    }
}
