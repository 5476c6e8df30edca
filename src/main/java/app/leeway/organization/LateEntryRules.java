package app.leeway.organization;

/**
 * What the company says of gestures that are logged on a later day than they happened on; each part
 * may be missing.
 *
 * @param withinDays how many days ago something may have happened that is judged like any other;
 *     what is older needs a reason and a manager's yes; null: as usual
 * @param tellFrom the how-manyeth late entry of one person on one day is the one of which the
 *     manager is told; null: as usual
 */
public record LateEntryRules(Integer withinDays, Integer tellFrom) {

    /** Nothing is said. */
    public static final LateEntryRules USUAL = new LateEntryRules(null, null);

    public static final int LONGEST_DAYS = 366;

    private static final int USUAL_DAYS = 14;
    private static final int USUAL_NUMBER = 5;

    public int days() {
        return withinDays == null ? USUAL_DAYS : withinDays;
    }

    public int number() {
        return tellFrom == null ? USUAL_NUMBER : tellFrom;
    }
}
