package app.leeway.payoff.rest;

import app.leeway.payoff.Edition;
import app.leeway.payoff.LookingAtPayoff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was reckoned at one time, group by group.
 *
 * @param until episodes whose window had not ended by this day are not in it
 * @param generated episodes made for the demo, which nobody lived
 * @param ripening gestures that are too young to say anything
 */
public record EditionJson(
        String edition,
        int days,
        Instant madeAt,
        LocalDate until,
        long episodes,
        long given,
        long generated,
        long ripening,
        List<ReportJson.FindingJson> findings) {

    static EditionJson of(LookingAtPayoff.Read read, String language) {
        Edition edition = read.edition();
        return new EditionJson(
                edition.key().name(),
                edition.key().days(),
                edition.madeAt(),
                LocalDate.ofEpochDay(edition.untilDay()),
                edition.episodes(),
                edition.given(),
                edition.generated(),
                edition.ripening(),
                read.findings().stream()
                        .map(f -> ReportJson.FindingJson.of(f, false, language))
                        .toList());
    }
}
