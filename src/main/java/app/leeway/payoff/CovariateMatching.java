package app.leeway.payoff;

import app.leeway.payoff.statistics.Bins;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing in which an episode must be like another to be compared with it: a word as it stands,
 * or a number in bins.
 *
 * @param fact name of a word or number of the episodes, or {@code baseline}, {@code before}, {@code
 *     history}
 * @param bins {@code exact}; {@code sturges}; {@code width:5}; {@code quantiles:10} (of R, type 7);
 *     {@code ranks:10} (as many in each, equal values together); {@code cuts:0,150,300}
 */
public record CovariateMatching(String fact, String bins) {

    private static final Pattern SIMPLE = Pattern.compile("(width|quantiles|ranks):(\\d{1,3})");
    private static final Pattern CUTS = Pattern.compile("cuts:(-?\\d{1,12}(\\.\\d{1,6})?,?){1,50}");

    public CovariateMatching {
        boolean known =
                bins.equals("exact")
                        || bins.equals("sturges")
                        || SIMPLE.matcher(bins).matches() && !bins.endsWith(":0")
                        || CUTS.matcher(bins).matches();
        if (!known) {
            throw new IllegalArgumentException(
                    "'"
                            + bins
                            + "' is none of exact, sturges, width:N, quantiles:N, ranks:N,"
                            + " cuts:A,B,...");
        }
    }

    public static CovariateMatching exactly(String fact) {
        return new CovariateMatching(fact, "exact");
    }

    /** Reads {@code age} or {@code age=width:5}. */
    public static CovariateMatching parse(String text) {
        String[] parts = text.split("=", 2);
        return new CovariateMatching(
                parts[0].strip(), parts.length == 1 ? "exact" : parts[1].strip());
    }

    boolean isExact() {
        return bins.equals("exact");
    }

    /** The bin of each value. */
    int[] of(double[] values) {
        if (bins.equals("sturges")) {
            return Bins.sturges(values);
        }
        if (bins.startsWith("cuts:")) {
            return Bins.cut(values, cuts());
        }
        Matcher simple = SIMPLE.matcher(bins);
        if (!simple.matches()) {
            throw new IllegalStateException(bins + " makes no bins");
        }
        int many = Integer.parseInt(simple.group(2));
        return switch (simple.group(1)) {
            case "width" -> Bins.equallyWide(values, many);
            case "quantiles" -> Bins.quantiles(values, many);
            default -> Bins.ranks(values, many);
        };
    }

    private double[] cuts() {
        return Arrays.stream(bins.substring("cuts:".length()).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
