package app.leeway.payoff.web;

import app.leeway.organization.identity.Actors;
import app.leeway.payoff.MoneySpent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the money went, month by month, so that noise is not taken for news. */
@Named("moneySpent")
@RequestScoped
public class MoneyView {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 56;

    @Inject Actors actors;
    @Inject MoneySpent money;

    private List<Drawn> sites;
    private List<Drawn> kinds;

    /** A point of a chart. */
    public record Point(int x, int y, boolean unusual) {}

    /**
     * One place or kind, drawn. Lengths are those of the picture.
     *
     * @param low where what is usual ends downwards; null where nothing is known of that
     */
    public record Drawn(
            MoneySpent.Series series,
            String line,
            List<Point> points,
            Integer mean,
            Integer low,
            Integer high) {

        public boolean isUsualKnown() {
            return mean != null;
        }
    }

    @PostConstruct
    void open() {
        MoneySpent.Spent spent = money.spent(actors.actor());
        sites = spent.sites().stream().map(MoneyView::drawn).toList();
        kinds = spent.kinds().stream().map(MoneyView::drawn).toList();
    }

    private static Drawn drawn(MoneySpent.Series series) {
        double[] spent = series.spent();
        double top = series.chart() == null ? 1 : Math.max(1, series.chart().high());
        for (double month : spent) {
            top = Math.max(top, month);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < spent.length; i++) {
            boolean unusual = series.chart() != null && !series.chart().isUsual(spent[i]);
            points.add(new Point(WIDTH * i / (spent.length - 1), y(spent[i], top), unusual));
        }
        String line =
                points.stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" "));
        return series.chart() == null
                ? new Drawn(series, line, points, null, null, null)
                : new Drawn(
                        series,
                        line,
                        points,
                        y(series.chart().mean(), top),
                        y(series.chart().low(), top),
                        y(series.chart().high(), top));
    }

    private static int y(double value, double top) {
        return (int) Math.round(HEIGHT * (1 - value / top));
    }

    public List<Drawn> getSites() {
        return sites;
    }

    public List<Drawn> getKinds() {
        return kinds;
    }
}
