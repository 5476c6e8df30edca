package app.leeway.payoff.web;

import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.ReviewLine;
import java.util.ArrayList;
import java.util.List;

/** The figures of a page of Review as a plain table; a cell is null where nothing may be shown. */
final class ReviewTable {

    static final List<String> HEAD =
            List.of(
                    "edition",
                    "days",
                    "by",
                    "key",
                    "name",
                    "gestures",
                    "state",
                    "evidence",
                    "net",
                    "net_low",
                    "net_high",
                    "effect",
                    "cost",
                    "matched",
                    "naive",
                    "sentence");

    private ReviewTable() {}

    static List<List<Object>> rows(
            LookingAtPayoff.Read read, List<ReviewLine> lines, String language) {
        List<List<Object>> rows = new ArrayList<>();
        for (ReviewLine line : lines) {
            List<Object> row = new ArrayList<>();
            row.add(read.edition().key().name());
            row.add(read.edition().key().days());
            row.add(line.group().by());
            row.add(line.group().key());
            row.add(line.name().in(language));
            row.add(line.finding().all());
            row.add(line.finding().state().code());
            row.add(line.finding().badge().name());
            row.add(shown(line, line.net().value()));
            row.add(shown(line, line.interval().low()));
            row.add(shown(line, line.interval().high()));
            boolean raw = line.finding().mayBeShown();
            row.add(raw ? (Object) line.finding().headline().estimate().effect().value() : null);
            row.add(raw ? (Object) line.finding().headline().estimate().cost() : null);
            row.add(raw ? (Object) line.finding().headline().estimate().matchedShare() : null);
            row.add(raw ? (Object) line.finding().evidence().naive().level() : null);
            row.add(line.sentence() == null ? null : line.sentence().in(language));
            rows.add(row);
        }
        return rows;
    }

    private static Object shown(ReviewLine line, double value) {
        return line.isDrawn() ? (Object) value : null;
    }
}
