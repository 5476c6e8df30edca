package app.leeway.approval;

/**
 * What is offered instead.
 *
 * @param amountMinor what the yes would grant, in minor units
 * @param kind code of another kind; null: less of the same
 * @param by whose offer it is
 */
record Offer(long amountMinor, String kind, Signature by) {}
