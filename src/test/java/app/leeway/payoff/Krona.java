package app.leeway.payoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A world in which the truth is known: customers to whom things happen, staff who give gestures to
 * some of them by rules of their own, and what each would have done with and without. The same bits
 * on every machine (SplitMix64, StrictMath).
 */
final class Krona {

    /** What is hidden in the world besides the effects. */
    enum World {
        BASE,
        /** No gesture has any effect. */
        NULL,
        /** Staff look at what the customer bought lately. */
        SCREEN,
        /** Staff sense how good a customer is. */
        LATENT,
        /** Staff react to something that is recorded nowhere and drives the outcome. */
        HIDDEN,
        /** The same, and it showed in the past already. */
        HIDDEN_TREND
    }

    static final List<String> KINDS =
            List.of(
                    "none",
                    "fee_waiver",
                    "free_upgrade",
                    "late_return",
                    "free_dessert",
                    "personal_courier",
                    "handwritten_gift");

    private static final double[] COSTS = {0, 100, 300, 60, 40, 150, 80};
    private static final double[] HARM = {0, -120, -240, -160};
    private static final double[] URGE = {0, .9, 1.5, .7};
    private static final double[] LEAVING = {0, .5, .9, .6};
    private static final double[] STAYING = {0, .04, .01, .06, 0, -.02, .03};
    private static final double[][] CHOICE = {
        {.20, .30, .10, .35, .05},
        {.30, .15, .10, .25, .20},
        {.20, .20, .40, .10, .10},
        {.60, .05, .15, .15, .05}
    };

    /** One customer and what happened to them; {@code kind} 0 is none. */
    record Customer(
            int id,
            int segment,
            int balance,
            int incident,
            int month,
            int site,
            int kind,
            double cost,
            double history,
            double before,
            double baseline,
            double outcome,
            boolean active,
            double without,
            double with,
            boolean activeWithout,
            boolean activeWith) {

        boolean isGiven() {
            return kind > 0;
        }

        Episode episode() {
            return new Episode(
                    "c" + id,
                    "s" + site,
                    kind == 0 ? null : KINDS.get(kind),
                    List.of(),
                    cost,
                    outcome,
                    baseline,
                    before,
                    history,
                    active,
                    Map.of(
                            "month", "" + month,
                            "segment", "" + segment,
                            "incident", "i" + incident,
                            "capital", "" + balance),
                    Map.of());
        }
    }

    private final World world;
    private long state;

    private Krona(long seed, World world) {
        this.state = seed;
        this.world = world;
    }

    static List<Customer> customers(int many, long seed, World world) {
        Krona krona = new Krona(seed, world);
        List<Customer> customers = new ArrayList<>(many);
        for (int id = 1; id <= many; id++) {
            customers.add(krona.customer(id));
        }
        return customers;
    }

    static List<Episode> episodes(int many, long seed, World world) {
        return customers(many, seed, world).stream().map(Customer::episode).toList();
    }

    /** How the reference compares: the month and not the quarter, no band of old spend. */
    static Question asked() {
        return Question.USUAL
                .withLeast(2)
                .alikeIn(
                        List.of(
                                CovariateMatching.exactly("month"),
                                CovariateMatching.exactly("segment"),
                                CovariateMatching.exactly("incident"),
                                CovariateMatching.exactly("capital")),
                        Question.USUAL.seen());
    }

    /** Draws in a fixed order: each line below moves the generator on. */
    private Customer customer(int id) {
        double lot = uniform();
        int segment = lot < .30 ? 0 : lot < .80 ? 1 : 2;
        double quality = normal() + .5 * (segment - 1);
        double mood = .4 * quality + normal();
        int balance = mood < -.7 ? -1 : mood > .7 ? 1 : 0;
        lot = uniform();
        int incident = lot < .35 ? 0 : lot < .65 ? 1 : lot < .85 ? 2 : 3;
        int month = (int) (12 * uniform());
        int site = (int) (40 * uniform());
        int unseen = uniform() < .5 ? 1 : 0;
        double level = 500 + 300 * segment + 120 * quality;
        double history = level + (200 * skewed() + 200 * skewed() + 200 * skewed()) / 3;
        double before = level + 10 * ((month + 6) % 12) + 200 * skewed();
        double baseline = level + 10 * ((month + 9) % 12) + 200 * skewed();
        if (world == World.HIDDEN_TREND) {
            baseline -= 75 * unseen;
        }
        double harm = HARM[incident] - (incident > 0 && balance == -1 ? 60 : 0);
        if (isHidden()) {
            harm -= 150 * unseen;
        }
        double without = level + 10 * month + harm + 200 * skewed();
        double urge = urge(segment, quality, balance, incident, site, baseline, unseen);
        boolean given = uniform() < logistic(urge);
        int kind = chosen(incident, uniform(), uniform());
        double price = uniform();
        double stay = uniform();
        double staying =
                logistic(
                        1.2
                                + .4 * segment
                                + .5 * quality
                                - LEAVING[incident]
                                - (balance == -1 ? .3 : 0));
        double with = given ? without + (world == World.NULL ? 0 : effect(kind, balance)) : without;
        boolean activeWithout = stay < staying;
        boolean activeWith =
                given ? stay < staying + (world == World.NULL ? 0 : STAYING[kind]) : activeWithout;
        return new Customer(
                id,
                segment,
                balance,
                incident,
                month,
                site,
                given ? kind : 0,
                given ? COSTS[kind] * (.8 + .4 * price) : 0,
                history,
                before,
                baseline,
                with,
                activeWith,
                without,
                with,
                activeWithout,
                activeWith);
    }

    private double urge(
            int segment,
            double quality,
            int balance,
            int incident,
            int site,
            double baseline,
            int unseen) {
        double urge =
                -2.4
                        + (segment == 2 ? 1.3 : segment == 1 ? .5 : 0)
                        + URGE[incident]
                        + (balance == -1 ? .9 : balance == 1 ? -.4 : 0)
                        + .3 * StrictMath.sin(site);
        if (world == World.SCREEN) {
            urge += .004 * (baseline - (500 + 300 * segment));
        }
        if (world == World.LATENT) {
            urge += .8 * (quality - .5 * (segment - 1));
        }
        return isHidden() ? urge + (unseen - .5) : urge;
    }

    private boolean isHidden() {
        return world == World.HIDDEN || world == World.HIDDEN_TREND;
    }

    private static int chosen(int incident, double lot, double rare) {
        int kind = 5;
        double sum = 0;
        for (int k = 0; k < 5; k++) {
            sum += CHOICE[incident][k];
            if (lot < sum) {
                kind = k + 1;
                break;
            }
        }
        return rare < .0012 ? 6 : kind;
    }

    private static double effect(int kind, int balance) {
        return switch (kind) {
            case 1 -> 180;
            case 2 -> 90;
            case 3 -> balance == -1 ? 300 : 220;
            case 5 -> -70;
            case 6 -> 120;
            default -> 0;
        };
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Between 0 and 1, neither included. */
    private double uniform() {
        return ((next() >>> 11) + 0.5) * 0x1.0p-53;
    }

    private double normal() {
        double radius = uniform();
        double angle = uniform();
        return StrictMath.sqrt(-2 * StrictMath.log(radius))
                * StrictMath.cos(2 * StrictMath.PI * angle);
    }

    /** Mean 0, deviation 1, a long tail upwards, as purchases have. */
    private double skewed() {
        return -StrictMath.log(uniform()) - 1;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
