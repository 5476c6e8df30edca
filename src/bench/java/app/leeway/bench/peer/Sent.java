package app.leeway.bench.peer;

/** What the benchmark sends for a gesture. */
public record Sent(
        String kind, Cost cost, String customer, String visit, String occasion, boolean done) {

    /** Of the gesture. */
    public record Cost(String amount, String currency) {}
}
