package app.leeway.bench;

import app.leeway.support.BenchStack;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scenario 8: a leader's pages, and the writing of gestures, when there are few and when there are
 * many. Episodes with their outcomes are written straight to the tables; the facts and what is
 * shown of them are made by the server as every night.
 */
final class Reviewing {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FEW = 10_000;
    private static final int LOOKERS = 2;
    private static final String LEADER = "lena";
    private static final Duration LOOKED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Predicate<String> SITES = s -> !s.equals(BenchCompany.TIGHT_SITE);
    private static final List<String> PAGES =
            List.of(
                    "/payoff/review.xhtml",
                    "/payoff/review.xhtml?by=site",
                    "/payoff/no.xhtml",
                    "/payoff/finding.xhtml?by=kind&key=goodwill",
                    "/payoff/money.xhtml",
                    "/payoff/facts.xhtml");

    private final Settings settings;
    private final BenchStack stack;
    private final Site site;
    private final Calm calm;
    private final Report report;

    private String cookies;

    Reviewing(Settings settings, BenchStack stack, Site site, Calm calm, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.site = site;
        this.calm = calm;
        this.report = report;
    }

    private record Seen(double slowestPageMs, Ratio writes) {}

    void run() throws Exception {
        signIn();
        Seen few = seenWith(FEW);
        Seen many = seenWith(settings.gestures());
        report.add(
                Finding.figure(
                        8,
                        "review pages, p99 of the slowest, %,d gestures : %,d (%.0f and %.0f ms)"
                                .formatted(
                                        settings.gestures(),
                                        FEW,
                                        many.slowestPageMs(),
                                        few.slowestPageMs()),
                        many.slowestPageMs() / few.slowestPageMs(),
                        Goal.atMost("x", 5, 2, 1.2)));
        report.add(
                Finding.figure(
                        8,
                        "gestures/s with %,d gestures : with %,d, each beside the empty endpoint (%s and %s)"
                                .formatted(settings.gestures(), FEW, many.writes(), few.writes()),
                        many.writes().median() / few.writes().median(),
                        Goal.atLeast("x", 0.6, 0.8, 0.9)));
    }

    private Seen seenWith(int gestures) throws Exception {
        grow(gestures);
        double seconds = makeFacts();
        report.note(
                "facts and what is shown of them, made of %,d episodes: %.0f s"
                        .formatted(gestures, seconds));
        double slowest = 0;
        for (String page : PAGES) {
            Peer looking = new Peer(page, caller -> new Looking(page));
            try (ClosedLoop loop = new ClosedLoop(looking, LOOKERS)) {
                loop.run(LOOKED.dividedBy(2));
                double p99 = loop.run(LOOKED).p99Ms();
                report.note("%s with %,d gestures: p99 %.0f ms".formatted(page, gestures, p99));
                slowest = Math.max(slowest, p99);
            }
        }
        Peer empty = site.peer("empty endpoint", "empty");
        Peer writing = site.gestures("gestures, spread", SITES, heard -> {});
        List<Slice> slices =
                new Interleaved(settings, calm, Settings.CLIENTS).run(List.of(empty, writing));
        report.add("8, writes with %,d gestures".formatted(gestures), slices);
        return new Seen(slowest, Ratio.of(slices, writing.name(), empty.name()));
    }

    /** Somebody with the leader's cookies. */
    private final class Looking implements Call {
        private final HttpRequest request;

        Looking(String page) {
            request =
                    HttpRequest.newBuilder(URI.create(stack.address() + page))
                            .header("Cookie", cookies)
                            .build();
        }

        @Override
        public boolean run() throws IOException, InterruptedException {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("</html>");
        }

        @Override
        public void close() {
            // the client keeps its connections
        }
    }

    private void signIn() {
        try (Chrome chrome = new Chrome();
                BrowserContext context = chrome.browser().newContext()) {
            Page page = context.newPage();
            Chrome.signIn(page, stack.address() + "/payoff/review.xhtml", LEADER);
            page.waitForURL("**/payoff/**");
            cookies =
                    context.cookies(stack.address()).stream()
                            .map(c -> c.name + "=" + c.value)
                            .collect(Collectors.joining("; "));
        }
    }

    /** As many gestures and episodes as wanted, and two outcomes for each. */
    private void grow(int wanted) throws SQLException {
        long there = Bench.number(stack.database(), "SELECT count(*) FROM episode");
        try (Connection connection = stack.superuser();
                Statement sql = connection.createStatement()) {
            new Multitude(connection).growGestures(wanted);
            sql.execute(
                    """
                    INSERT INTO episode SELECT 'bench-' || i, 'R-' || i %% %2$d, 'site-' || 1 + i %% 190,
                      (current_date - DATE '1970-01-01') - 100 - i %% 300, CASE WHEN i %% 3 = 0 THEN 'given' ELSE 'happened' END,
                      CASE WHEN i %% 3 = 0 THEN 1 ELSE 0 END, 0,
                      CASE WHEN i %% 3 = 0 THEN (ARRAY['goodwill', 'detour', 'upgrade', 'fee-waiver'])[1 + i / 3 %% 4] END,
                      CASE WHEN i %% 3 = 0 THEN (ARRAY['goodwill', 'detour', 'upgrade', 'fee-waiver'])[1 + i / 3 %% 4] END,
                      (ARRAY['basic', 'gold'])[1 + i / 7 %% 2], (ARRAY['delay', 'wrong', 'fee'])[1 + i / 11 %% 3], '-', NULL, NULL,
                      CASE WHEN i %% 3 = 0 THEN 50 + i %% 100 ELSE 0 END, 'gesture'
                    FROM generate_series(%1$d::bigint, %3$d::bigint - 1) i"""
                            .formatted(there, Math.max(1, wanted / 5), wanted));
            sql.execute(
                    """
                    INSERT INTO outcome (source, id, type, customer, at, day, amount_minor, category, digest)
                    SELECT 'bench', n || '-' || i, 'purchase', 'R-' || i %% %2$d, to_timestamp((d - n * 120) * 86400.0), d - n * 120,
                      1000 + i * 7919 %% 90000, 'food', decode(md5('x'), 'hex')
                    FROM (SELECT i, (current_date - DATE '1970-01-01') - 30 - i %% 300 AS d
                          FROM generate_series(%1$d::bigint, %3$d::bigint - 1) i) e, generate_series(0, 1) n"""
                            .formatted(there, Math.max(1, wanted / 5), wanted));
            sql.execute("UPDATE fact_state SET today = 0"); // nothing has been looked through
            sql.execute("VACUUM ANALYZE gesture, episode, outcome");
        }
        stack.say("there are " + wanted + " episodes");
    }

    private double makeFacts() throws Exception {
        long from = System.nanoTime();
        site.post(LEADER, "/facts", "application/json", "{}");
        while ("running".equals(site.get(LEADER, "/facts").get("state").asText())) {
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException("the facts are not made in the time there is");
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        String state = site.get(LEADER, "/facts").get("state").asText();
        if (!"done".equals(state)) {
            throw new IllegalStateException("the facts could not be made: " + state);
        }
        return (System.nanoTime() - from) / 1e9;
    }
}
