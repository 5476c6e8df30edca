package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.http.MoneyJson;
import java.util.List;

/** What did not fit on a budget. */
public record ShortfallJson(String budget, MoneyJson amount) {

    static List<ShortfallJson> of(List<Answer.Shortfall> shortfall) {
        return shortfall.stream()
                .map(s -> new ShortfallJson(s.budget(), MoneyJson.of(s.amount())))
                .toList();
    }
}
