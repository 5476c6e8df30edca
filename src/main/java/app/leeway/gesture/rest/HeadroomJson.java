package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.http.MoneyJson;
import java.util.List;

/** What is left on a budget. */
public record HeadroomJson(
        String budget, String per, MoneyJson left, MoneyJson limit, boolean own) {

    static List<HeadroomJson> of(List<Answer.Headroom> headroom) {
        return headroom.stream()
                .map(
                        h ->
                                new HeadroomJson(
                                        h.budget(),
                                        h.per(),
                                        MoneyJson.of(h.left()),
                                        MoneyJson.of(h.limit()),
                                        h.own()))
                .toList();
    }
}
