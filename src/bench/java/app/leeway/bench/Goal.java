package app.leeway.bench;

import java.util.Locale;

/**
 * What a figure should come to.
 *
 * @param higher whether more is better
 */
record Goal(String unit, double floor, double target, double moonshot, boolean higher) {

    static Goal atLeast(String unit, double floor, double target, double moonshot) {
        return new Goal(unit, floor, target, moonshot, true);
    }

    static Goal atMost(String unit, double floor, double target, double moonshot) {
        return new Goal(unit, floor, target, moonshot, false);
    }

    String reached(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        if (holds(value, moonshot)) {
            return "moonshot";
        }
        if (holds(value, target)) {
            return "target";
        }
        return holds(value, floor) ? "floor" : "**missed**";
    }

    private boolean holds(double value, double bound) {
        return higher ? value >= bound : value <= bound;
    }

    String said(double bound) {
        String number =
                bound == Math.rint(bound)
                        ? String.format(Locale.ROOT, "%.0f", bound)
                        : String.format(Locale.ROOT, "%.2f", bound).replaceAll("0$", "");
        return number + unit;
    }
}
