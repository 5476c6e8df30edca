package app.leeway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The demo company, grown: 200 sites, 500 more people, 30 guardrails, 50,000 customers. A gesture
 * draws on two budgets, its site's month and its giver's day, and about a third of the guardrails
 * have a say.
 */
final class BenchCompany {
    static final int CUSTOMERS = 50_000;

    /** Everybody acts here in scenarios 2 and 12. */
    static final String HOT_SITE = "site-1";

    /** Its month is spent after {@link #TIGHT_GESTURES}. */
    static final String TIGHT_SITE = "site-2";

    static final int TIGHT_GESTURES = 2000;

    /** What the benchmark's gestures cost. */
    static final String AMOUNT = "100.00";

    private static final int SITES_MORE = 190;
    private static final int GUARDRAILS_MORE = 18;
    private static final int AT_HOT_SITE = 100;
    private static final int AT_TIGHT_SITE = 24;
    private static final int ELSEWHERE = 2;
    private static final String PLENTY = "900000000.00";
    private static final List<String> KINDS =
            List.of(
                    "birthday-treat",
                    "locker-coin",
                    "detour",
                    "home-visit",
                    "courtesy-call",
                    "goodwill",
                    "fee-waiver",
                    "upgrade");
    private static final List<String> TOUCHPOINTS =
            List.of("booking", "arrival", "table", "reception", "care-desk");

    /** Somebody who gives, and where. */
    record Giver(String user, String site) {}

    private final Path demo;
    private final String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();

    /**
     * @param demo the demo company's file
     */
    BenchCompany(Path demo) {
        this.demo = demo;
    }

    List<Giver> givers() {
        List<Giver> givers = new ArrayList<>();
        for (int site = 1; site <= SITES_MORE; site++) {
            String code = "site-" + site;
            for (int n = 1; n <= peopleAt(code); n++) {
                givers.add(new Giver("giver-" + site + "-" + n, code));
            }
        }
        return givers;
    }

    private static int peopleAt(String site) {
        return switch (site) {
            case HOT_SITE -> AT_HOT_SITE;
            case TIGHT_SITE -> AT_TIGHT_SITE;
            default -> ELSEWHERE;
        };
    }

    /** The company file. The demo's own year budget goes, or it would be hot for everybody. */
    String yaml() throws IOException {
        List<String> lines = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(demo)) {
            if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
                lines.addAll(more(section));
                section = line.substring(0, line.indexOf(':'));
            }
            if (!line.contains("code: nordlyst-year")) {
                lines.add(line);
            }
        }
        lines.addAll(more(section));
        return String.join("\n", lines) + "\n";
    }

    private List<String> more(String section) {
        Stream<String> more =
                switch (section) {
                    case "organization" -> units();
                    case "people" -> givers().stream().map(BenchCompany::person);
                    case "guardrails" -> guardrails();
                    case "budgets" -> budgets();
                    default -> Stream.empty();
                };
        return more.map(entry -> "  - { " + entry + " }").collect(Collectors.toList());
    }

    private static Stream<String> units() {
        return Stream.concat(
                Stream.of("code: plains, name: { sv: Slätten, en: Plains }, level: region"),
                IntStream.rangeClosed(1, SITES_MORE)
                        .mapToObj(
                                "code: site-%1$d, name: Site %1$d, level: site, under: plains"
                                        ::formatted));
    }

    private static String person(Giver giver) {
        return "user: %s, name: %s, at: %s, roles: [staff], rate: 300.00"
                .formatted(giver.user(), giver.user().replace('-', ' '), giver.site());
    }

    /** Wider revisions of two demo rules, then rules about other kinds, tiers and touchpoints. */
    private Stream<String> guardrails() {
        String rule =
                "code: %s, from: " + today + ", when: %s, measure: %s, limit: %s, otherwise: ASK";
        Stream<String> wider =
                Stream.of(
                        rule.formatted(
                                "staff-day", "{ role: staff }", "{ sum: staff, per: day }", PLENTY),
                        rule.formatted(
                                "customer-30-days",
                                "{ category: recovery }",
                                "{ sum: customer, within: P30D }",
                                PLENTY));
        Stream<String> more =
                IntStream.range(0, GUARDRAILS_MORE)
                        .mapToObj(
                                n ->
                                        rule.formatted(
                                                "more-" + n,
                                                scope(n),
                                                "{ amount: gesture }",
                                                PLENTY));
        return Stream.concat(wider, more);
    }

    private static String scope(int n) {
        return switch (n % 3) {
            case 0 -> "{ kind: " + KINDS.get(n / 3 % KINDS.size()) + ", role: staff }";
            case 1 -> "{ touchpoint: " + TOUCHPOINTS.get(n / 3 % TOUCHPOINTS.size()) + " }";
            default -> "{ tier: gold, kind: " + KINDS.get((n / 3 + 4) % KINDS.size()) + " }";
        };
    }

    private Stream<String> budgets() {
        Stream<String> sites =
                IntStream.rangeClosed(1, SITES_MORE)
                        .mapToObj(n -> "site-" + n)
                        .map(
                                site ->
                                        "code: %1$s-month, of: %1$s, per: month, amount: %2$s, exhausted: STOP"
                                                .formatted(site, limit(site)));
        Stream<String> people =
                givers().stream()
                        .map(
                                giver ->
                                        "code: %1$s-day, of: { person: %1$s }, per: day, amount: %2$s, exhausted: ASK"
                                                .formatted(giver.user(), PLENTY));
        return Stream.concat(sites, people);
    }

    private static String limit(String site) {
        return site.equals(TIGHT_SITE)
                ? String.format(Locale.ROOT, "%.2f", TIGHT_GESTURES * Double.parseDouble(AMOUNT))
                : PLENTY;
    }

    /** The customers' file. */
    static String customers() {
        StringBuilder csv =
                new StringBuilder(
                        "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n");
        for (int n = 0; n < CUSTOMERS; n++) {
            csv.append(
                    "%s,Kund %d,+4670%07d,kund%d@example.org,%s,standard,,,1980-01-01,sv,\n"
                            .formatted(customer(n), n, n, n, n % 10 == 0 ? "gold" : "basic"));
        }
        return csv.toString();
    }

    static String customer(int n) {
        return String.format(Locale.ROOT, "B-%05d", n);
    }
}
