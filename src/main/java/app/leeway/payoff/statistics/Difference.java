package app.leeway.payoff.statistics;

import java.util.Arrays;

/**
 * The plain difference of two means. Among those drawn by lot it is the answer; among those chosen
 * by somebody it is what not to believe.
 *
 * @param effect difference, with Welch's standard error
 * @param degrees of freedom after Welch and Satterthwaite
 */
public record Difference(Effect effect, double degrees) {

    public static final Difference UNKNOWN = new Difference(Effect.UNKNOWN, Double.NaN);

    public static Difference of(double[] measure, int[] treated, int[] controls) {
        if (treated.length == 0 || controls.length == 0) {
            return UNKNOWN;
        }
        double above = mean(measure, treated);
        double below = mean(measure, controls);
        double a = variance(measure, treated, above) / treated.length;
        double b = variance(measure, controls, below) / controls.length;
        double degrees =
                (a + b) * (a + b) / (a * a / (treated.length - 1) + b * b / (controls.length - 1));
        return new Difference(new Effect(above - below, Math.sqrt(a + b)), degrees);
    }

    /** Of nobody, NaN. */
    public static double mean(double[] measure, int[] among) {
        return Arrays.stream(among).mapToDouble(i -> measure[i]).sum() / among.length;
    }

    /** Standard deviation; of one alone, NaN. */
    public static double deviation(double[] measure, int[] among) {
        return Math.sqrt(variance(measure, among, mean(measure, among)));
    }

    /** Of one alone, NaN. */
    static double variance(double[] measure, int[] among, double mean) {
        double squares = 0;
        for (int i : among) {
            squares += (measure[i] - mean) * (measure[i] - mean);
        }
        return squares / (among.length - 1);
    }
}
