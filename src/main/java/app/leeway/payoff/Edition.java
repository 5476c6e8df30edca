package app.leeway.payoff;

import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * What was reckoned of the facts at one time: live, which is made anew with them, or a month that
 * has ended, which stays as it is.
 *
 * @param untilDay days since 1970; episodes whose window had not ended by this day are not in it
 * @param given episodes with a gesture (or with a no)
 * @param generated episodes made for the demo, which nobody lived
 * @param ripening gestures younger than the window
 */
public record Edition(
        Key key,
        Instant madeAt,
        int untilDay,
        long episodes,
        long given,
        long generated,
        long ripening) {

    public static final String LIVE = "live";

    /** What is looked at. */
    public enum About {
        /** What was given, beside the same without. */
        GIVEN(StoredFacts.GIVEN),
        /** What was asked for and refused, beside the same that was granted. */
        NO(StoredFacts.NO);

        private final String facts;

        About(String facts) {
            this.facts = facts;
        }

        /** The table or view of its facts. */
        String facts() {
            return facts;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param name live, or a month such as 2026-10
     * @param days of the window after the day
     */
    public record Key(String name, About about, int days) {

        /** The condition on the rows of one edition in a table of results. */
        static final String ROWS = "edition = :edition AND about = :about AND horizon = :days";

        public Key {
            if (!name.equals(LIVE) && !name.matches("\\d{4}-\\d{2}")) {
                throw new IllegalArgumentException("'" + name + "' is no edition");
            }
        }

        /**
         * @param name may be null: live
         * @throws app.leeway.shared.RefusedException INVALID when it is neither live nor a month
         */
        public static Key of(String name, About about, int days) {
            try {
                return new Key(name == null || name.isBlank() ? LIVE : name, about, days);
            } catch (IllegalArgumentException e) {
                throw RefusedException.invalid("edition", "unknown-value", e.getMessage());
            }
        }

        public boolean isLive() {
            return name.equals(LIVE);
        }

        /** The parameters of {@link #ROWS}, by name. */
        Map<String, Object> bound() {
            return Map.of("edition", name, "about", about.code(), "days", days);
        }
    }
}
