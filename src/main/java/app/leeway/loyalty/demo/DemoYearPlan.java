package app.leeway.loyalty.demo;

import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.OutcomeType;
import app.leeway.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The same year for the same seed and day: guests, what happened to them, and what they bought
 * before and after. Pure.
 */
final class DemoYearPlan {

    static final String SOURCE = "demo";

    private static final int GUESTS = 2000;
    private static final int EPISODES_OVER = 480;
    private static final int HISTORY = 460;
    private static final int BATCH = 10_000;
    private static final double MARGIN = .5;

    /** As {@code loyalty.episode} keeps it. */
    record DemoEpisode(
            String id,
            DemoCustomer guest,
            DemoScenario scene,
            String site,
            int day,
            String why,
            boolean asked,
            double cost) {

        boolean isGiven() {
            return why.equals("given");
        }
    }

    private final Random random;
    private final int today;
    private final ZoneId zone;
    private final String currency;
    private final List<DemoCustomer> guests = new ArrayList<>();
    private final List<DemoEpisode> episodes = new ArrayList<>();

    DemoYearPlan(long seed, LocalDate today, ZoneId zone, String currency) {
        this.random = new Random(seed);
        this.today = (int) today.toEpochDay();
        this.zone = zone;
        this.currency = currency;
        for (int i = 1; i <= GUESTS; i++) {
            guests.add(new DemoCustomer(i, random, this.today - EPISODES_OVER, this.today));
        }
        DemoScenario.ALL.forEach(this::happens);
    }

    List<DemoEpisode> episodes() {
        return episodes;
    }

    private void happens(DemoScenario scene) {
        for (int i = 0; i < scene.episodes(); i++) {
            DemoCustomer guest = guests.get(random.nextInt(guests.size()));
            int day = today - 1 - random.nextInt(EPISODES_OVER);
            String site = scene.sites().get(random.nextInt(scene.sites().size()));
            boolean asked = random.nextDouble() < scene.asked();
            double odds = scene.given() / (1 - scene.given()) * Math.exp(scene.tilt() * guest.good);
            boolean given = random.nextDouble() < odds / (1 + odds);
            String why = given ? "given" : asked ? "declined" : "happened";
            double cost = given ? Math.round(scene.cost() * (.7 + .6 * random.nextDouble())) : 0;
            if (given) {
                guest.after(day, scene.effect(), MARGIN);
            } else if (asked) {
                guest.after(day, DemoScenario.EFFECT_OF_NO, MARGIN);
            }
            if (given && scene.onThePath()) {
                guest.changes(day - 97, 187, 500, MARGIN);
            }
            episodes.add(
                    new DemoEpisode(
                            SOURCE + "-" + scene.kind() + "-" + i,
                            guest,
                            scene,
                            site,
                            day,
                            why,
                            asked,
                            cost));
        }
    }

    /** The guests as a customer file. */
    String customers() {
        StringBuilder csv =
                new StringBuilder(
                        "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n");
        for (DemoCustomer guest : guests) {
            csv.append(guest.code)
                    .append(',')
                    .append(guest.name)
                    .append(",,,")
                    .append(guest.tier())
                    .append(',')
                    .append(guest.premium ? "premium" : "standard")
                    .append(",,,,sv,made for the demo\n");
        }
        return csv.toString();
    }

    /** What everybody bought, in batches, each guest's days in order. */
    void outcomes(Consumer<List<Outcome>> taking) {
        List<Outcome> batch = new ArrayList<>();
        for (DemoCustomer guest : guests) {
            for (int day = today - EPISODES_OVER - HISTORY; day < today; day++) {
                int purchases = guest.purchases(day, random);
                for (int i = 0; i < purchases; i++) {
                    batch.add(purchase(guest, day, i));
                }
            }
            if (guest.leaves < today) {
                batch.add(outcome(guest, guest.leaves, "left", OutcomeType.CHURN, null));
            }
            if (batch.size() >= BATCH) {
                taking.accept(batch);
                batch = new ArrayList<>();
            }
        }
        taking.accept(batch);
    }

    private Outcome purchase(DemoCustomer guest, int day, int number) {
        Money amount = Money.of(guest.amountMinor(random), currency);
        return outcome(guest, day, "" + number, OutcomeType.PURCHASE, amount);
    }

    private Outcome outcome(
            DemoCustomer guest, int day, String what, OutcomeType type, Money amount) {
        Instant at = LocalDate.ofEpochDay(day).atTime(12, 0).atZone(zone).toInstant();
        return new Outcome(
                SOURCE,
                guest.code + "-" + day + "-" + what,
                type,
                guest.code,
                at,
                amount,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
