package app.leeway.payoff.web;

import app.leeway.payoff.ReviewLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Dots and intervals of many groups on one scale, nothing always on it. Lengths are those of the
 * picture, from 0 to {@link #WIDTH}.
 */
public final class Forest {

    public static final int WIDTH = 240;

    private static final double[] STEPS = {1, 2, 5};

    private final double least;
    private final double most;
    private final double step;

    /** A line across the picture, and what it says. */
    public record Tick(int x, long value) {}

    private Forest(double least, double most) {
        this.step = step((most - least) / 3);
        this.least = Math.floor(least / step) * step;
        this.most = Math.ceil(most / step) * step;
    }

    static Forest of(List<ReviewLine> lines) {
        double least = 0;
        double most = 0;
        for (ReviewLine line : lines) {
            if (line.isDrawn()) {
                least = Math.min(least, line.interval().low());
                most = Math.max(most, line.interval().high());
            }
        }
        return new Forest(least, most == least ? 1 : most);
    }

    /** One, two or five times a power of ten: the next above. */
    private static double step(double about) {
        double ten = Math.pow(10, Math.floor(Math.log10(about)));
        for (double part : STEPS) {
            if (part * ten >= about) {
                return part * ten;
            }
        }
        return 10 * ten;
    }

    int x(double value) {
        return (int) Math.round((value - least) / (most - least) * WIDTH);
    }

    public int getZero() {
        return x(0);
    }

    public List<Tick> getTicks() {
        List<Tick> ticks = new ArrayList<>();
        for (double value = least; value <= most + step / 2; value += step) {
            ticks.add(new Tick(x(value), Math.round(value)));
        }
        return ticks;
    }

    public int low(ReviewLine line) {
        return x(line.interval().low());
    }

    public int high(ReviewLine line) {
        return x(line.interval().high());
    }

    public int dot(ReviewLine line) {
        return x(line.net().value());
    }
}
