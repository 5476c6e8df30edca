package app.leeway.payoff;

import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of {@code estimate.sql}: a lens and a group. What is null there is NaN here. */
final class FactRow {

    private final ResultSet row;

    FactRow(ResultSet row) {
        this.row = row;
    }

    String lens() throws SQLException {
        return row.getString("lens");
    }

    Group group() throws SQLException {
        return Group.parse(row.getString("grp"));
    }

    int all() throws SQLException {
        return row.getInt("n_all");
    }

    boolean onlyWithoutIncident() throws SQLException {
        return row.getInt("troubled") == 1 && row.getInt("met") == 0;
    }

    Naive naive() throws SQLException {
        return new Naive(number("naive_level"), number("naive_change"), number("own_past"));
    }

    Estimate value() throws SQLException {
        return estimate(effect("y"), effect("y_net"), effect("yr"));
    }

    Estimate uncapped() throws SQLException {
        return estimate(effect("u"), effect("u_net"), effect("ur"));
    }

    /** Of what has no price: nothing net, nothing per krona. */
    Estimate plain(String measure) throws SQLException {
        Effect none = new Effect(Double.NaN, Double.NaN);
        return estimate(effect(measure), none, none);
    }

    Map<String, Double> balance() throws SQLException {
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
    StandardErrors errors() throws SQLException {
        return new StandardErrors(
                number("effect"), number("net"), number("ratio"), row.getInt("clusters"));
    }

    int count(String column) throws SQLException {
        return row.getInt(column);
    }

    private Estimate estimate(Effect effect, Effect net, Effect perKrona) throws SQLException {
        return new Estimate(
                all(),
                row.getInt("n"),
                row.getInt("controls"),
                row.getInt("strata"),
                zeroIfNone("ess"),
                zeroIfNone("heaviest"),
                number("k"),
                effect,
                net,
                perKrona);
    }

    private Effect effect(String column) throws SQLException {
        return new Effect(number(column), number(column + "_se"));
    }

    private double number(String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private double zeroIfNone(String column) throws SQLException {
        return row.getDouble(column);
    }
}
