package app.leeway.loyalty.demo;

import java.util.List;

/**
 * Something that happens at the demo company again and again, and what is really worth doing about
 * it. The truth that the estimator has to find stands here.
 *
 * @param kind what may be given
 * @param incident what happens; {@code none} where nothing is wrong
 * @param sites where
 * @param clauses that are bent by what is given
 * @param episodes how often within the time
 * @param cost of a gesture on average, in kronor
 * @param effect of a gesture on the contribution of the 90 days after, in kronor
 * @param given part of the episodes in which something is given
 * @param tilt how much likelier good customers get it: 0 not at all
 * @param asked part of the episodes in which somebody has to decide
 * @param onThePath whether it goes to customers who were on their way up already, whatever is given
 */
record DemoScenario(
        String kind,
        String incident,
        List<String> sites,
        List<String> clauses,
        int episodes,
        double cost,
        double effect,
        double given,
        double tilt,
        double asked,
        boolean onThePath) {

    /** What a no to somebody who asked does to the 90 days after, in kronor. */
    static final double EFFECT_OF_NO = -190;

    static final List<DemoScenario> ALL =
            List.of(
                    scene(
                            "late-return",
                            "too-late",
                            "skobutik",
                            "no-refund-late",
                            2600,
                            59,
                            260,
                            .5,
                            .5,
                            0),
                    scene("upgrade", "delay", "flygdisk", null, 2400, 299, 140, .5, .6, 0),
                    scene("goodwill", "wrong", "kundtjanst", null, 3200, 180, 240, .55, -.3, .6),
                    scene(
                            "fee-waiver",
                            "fee",
                            "banken",
                            "no-refund-late",
                            1000,
                            95,
                            90,
                            .5,
                            .5,
                            .3),
                    scene(
                            "birthday-treat",
                            "birthday",
                            "krogen",
                            "no-free-items",
                            1800,
                            120,
                            330,
                            .5,
                            .6,
                            0),
                    scene("detour", "missed-stop", "nattbuss", "stops-only", 50, 72, 150, .5, 0, 0),
                    scene(
                            "home-visit",
                            "cannot-come",
                            "banken",
                            "branch-weekdays",
                            14,
                            600,
                            900,
                            .8,
                            0,
                            1),
                    scene("locker-coin", "no-coin", "gymmet", "no-cash", 400, 5, 60, .985, 0, 0),
                    new DemoScenario(
                            "courtesy-call",
                            "silence",
                            List.of("verkstad", "skargard"),
                            List.of(),
                            1700,
                            150,
                            40,
                            .5,
                            .5,
                            0,
                            true));

    private static DemoScenario scene(
            String kind,
            String incident,
            String site,
            String clause,
            int episodes,
            double cost,
            double effect,
            double given,
            double tilt,
            double asked) {
        return new DemoScenario(
                kind,
                incident,
                List.of(site),
                clause == null ? List.of() : List.of(clause),
                episodes,
                cost,
                effect,
                given,
                tilt,
                asked,
                false);
    }
}
