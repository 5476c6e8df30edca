package app.leeway.approval;

/**
 * Something that was done about an exception.
 *
 * @param verb as a code: {@code approve}, {@code escalate} ...
 * @param personId who did it; null: it happened by itself
 * @param forId whom they stood in for, or null
 * @param amountMinor what it was about, in minor units, or null
 * @param comment in their own words, or null
 */
record ApprovalEvent(String verb, Long personId, Long forId, Long amountMinor, String comment) {

    static ApprovalEvent byItself(String verb, Long amountMinor) {
        return new ApprovalEvent(verb, null, null, amountMinor, null);
    }
}
