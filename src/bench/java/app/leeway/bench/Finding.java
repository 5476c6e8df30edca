package app.leeway.bench;

/**
 * One line of the report.
 *
 * @param scenario its number in the list of scenarios
 * @param measured as it is said
 * @param value as a number; NaN: none
 * @param conclusive false: the interval is too wide to say anything
 */
record Finding(
        int scenario, String what, String measured, double value, Goal goal, boolean conclusive) {

    static Finding ratio(int scenario, String what, Ratio ratio, Goal goal) {
        return new Finding(
                scenario, what, ratio.toString(), ratio.median(), goal, ratio.isConclusive());
    }

    static Finding figure(int scenario, String what, double value, Goal goal) {
        return new Finding(scenario, what, goal.said(round(value)), value, goal, true);
    }

    private static double round(double value) {
        return Math.abs(value) >= 20 ? Math.rint(value) : Math.rint(value * 100) / 100;
    }

    String verdict() {
        return conclusive ? goal.reached(value) : goal.reached(value) + " (inconclusive)";
    }
}
