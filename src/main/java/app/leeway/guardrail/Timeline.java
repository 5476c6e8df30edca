package app.leeway.guardrail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which guardrails hold on which day. Between two days on which any guardrail begins or ends they
 * are the same; each such stretch is laid out when somebody first asks for it, so that a long
 * history costs no more than the days of it that are judged.
 */
final class Timeline {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final List<List<Guardrail>> codes;
    private final long[] turns;
    private final AtomicReferenceArray<InForce> stretches;

    /**
     * @throws IllegalArgumentException when revisions of a code share a first day or are not
     *     counted 1, 2, 3 by it, or guardrails replace each other in a circle on some day
     */
    Timeline(List<Guardrail> revisions) {
        codes = byCode(revisions);
        turns =
                revisions.stream()
                        .flatMap(g -> Stream.of(g.from(), g.until() == null ? g.from() : g.until()))
                        .mapToLong(LocalDate::toEpochDay)
                        .sorted()
                        .distinct()
                        .toArray();
        stretches = new AtomicReferenceArray<>(turns.length);
        replacing(revisions).forEach(this::onDay); // refuses circles now, not at a verdict
    }

    /** What holds on the day that the clock there shows at the instant. */
    InForce at(Instant instant, ZoneId zone) {
        long seconds =
                instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
        return onDay(Math.floorDiv(seconds, SECONDS_OF_A_DAY));
    }

    private InForce onDay(long epochDay) {
        int found = Arrays.binarySearch(turns, epochDay);
        int stretch = found >= 0 ? found : -found - 2;
        if (stretch < 0) {
            return InForce.NOTHING;
        }
        InForce known = stretches.get(stretch);
        if (known == null) {
            known = new InForce(holding(LocalDate.ofEpochDay(turns[stretch])));
            stretches.set(stretch, known); // whoever is second lays out the same
        }
        return known;
    }

    private List<Guardrail> holding(LocalDate day) {
        List<Guardrail> holding = new ArrayList<>();
        for (List<Guardrail> revisions : codes) {
            Guardrail latest = null;
            for (Guardrail revision : revisions) {
                if (!revision.from().isAfter(day)) {
                    latest = revision;
                }
            }
            if (latest != null && (latest.until() == null || day.isBefore(latest.until()))) {
                holding.add(latest);
            }
        }
        return holding;
    }

    private static LongStream replacing(List<Guardrail> revisions) {
        return revisions.stream()
                .filter(g -> !g.replaces().isEmpty())
                .mapToLong(g -> g.from().toEpochDay());
    }

    private static List<List<Guardrail>> byCode(List<Guardrail> revisions) {
        Map<String, List<Guardrail>> byCode = new LinkedHashMap<>();
        revisions.forEach(g -> byCode.computeIfAbsent(g.code(), c -> new ArrayList<>()).add(g));
        byCode.forEach(Timeline::inOrder);
        return List.copyOf(byCode.values());
    }

    private static void inOrder(String code, List<Guardrail> revisions) {
        revisions.sort(Comparator.comparing(Guardrail::from));
        for (int i = 0; i < revisions.size(); i++) {
            Guardrail revision = revisions.get(i);
            String which = "guardrail '" + code + "' from " + revision.from();
            if (i > 0 && revision.from().equals(revisions.get(i - 1).from())) {
                throw new IllegalArgumentException(which + " is there twice");
            }
            if (revision.revision() != i + 1) {
                throw new IllegalArgumentException(
                        which + " is revision " + (i + 1) + ", not " + revision.revision());
            }
        }
    }
}
