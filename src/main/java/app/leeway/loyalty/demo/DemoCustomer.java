package app.leeway.loyalty.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Somebody who buys now and then, and more or less often after what happened to them. */
final class DemoCustomer {

    private static final int AFTER_DAYS = 90;
    private static final String[] FIRST = {
        "Alva", "Astrid", "Axel", "Bo", "Cecilia", "Diana", "Ebba", "Elin", "Erik", "Fatima", "Gun",
        "Gustav", "Hanna", "Hugo", "Ida", "Jamal", "Johan", "Lars", "Leila", "Lisa", "Mikael",
        "Nils", "Olle", "Petra", "Rut", "Samir", "Sofia", "Stig", "Tove", "Ulf", "Vera", "Viktor",
        "Yusuf", "Zara"
    };
    private static final String[] LAST = {
        "Ahmed",
        "Alm",
        "Berg",
        "Björk",
        "Dahl",
        "Ek",
        "Eriksson",
        "Forsberg",
        "Fransson",
        "Gran",
        "Hall",
        "Hedlund",
        "Holm",
        "Jansson",
        "Kaya",
        "Lind",
        "Lund",
        "Malm",
        "Norberg",
        "Nyström",
        "Öberg",
        "Persson",
        "Qvist",
        "Rask",
        "Sand",
        "Sjö",
        "Ström",
        "Sund",
        "Tamm",
        "Udd",
        "Vik",
        "Wall",
        "Åberg",
        "Ås"
    };

    final String code;
    final String name;
    final boolean premium;

    /** How good a customer, as a deviate of the normal distribution. */
    final double good;

    /** Day after which nothing is bought, or never. */
    final int leaves;

    private final double aDay;
    private final double amount;
    private final List<double[]> changes = new ArrayList<>();

    DemoCustomer(int number, Random random, int from, int until) {
        this.code = "G-%04d".formatted(number);
        this.name = FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
        this.premium = random.nextInt(5) == 0;
        this.good = random.nextGaussian();
        this.aDay = Math.exp(.45 * good) / 9;
        this.amount = premium ? 270 : 180;
        this.leaves =
                random.nextInt(14) == 0
                        ? from + (int) (random.nextDouble() * (until - from))
                        : Integer.MAX_VALUE;
    }

    String tier() {
        return good > 1.3 ? "platinum" : good > .5 ? "gold" : good > -.4 ? "silver" : "basic";
    }

    /**
     * @param kronor of contribution, more or fewer, over so many days
     */
    void changes(int from, int days, double kronor, double margin) {
        changes.add(new double[] {from, from + days, kronor / (days * amount * margin)});
    }

    void after(int day, double kronor, double margin) {
        changes(day, AFTER_DAYS, kronor, margin);
    }

    /** How many purchases on a day, by chance. */
    int purchases(int day, Random random) {
        if (day > leaves) {
            return 0;
        }
        double rate = aDay;
        for (double[] change : changes) {
            rate += day >= change[0] && day < change[1] ? change[2] : 0;
        }
        double left = random.nextDouble();
        int count = 0;
        double part = Math.exp(-Math.max(rate, 0));
        while (left > part && count < 5) {
            left -= part;
            count++;
            part *= rate / count;
        }
        return count;
    }

    /** Of one purchase, in minor units. */
    long amountMinor(Random random) {
        return Math.round(100 * amount * Math.exp(.3 * random.nextGaussian() - .045));
    }
}
