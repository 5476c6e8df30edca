package app.leeway.guardrail;

import app.leeway.shared.Period;

/**
 * What a guardrail counts.
 *
 * @param key of whom or what; GESTURE: of this one alone
 * @param within a rolling stretch of days, at most {@link #LONGEST_DAYS}, or null
 * @param per a calendar period where it happens, or null; neither: for all time
 */
public record Measure(Type type, Key key, java.time.Period within, Period per) {

    /** Ten years: the longest rolling stretch. */
    public static final int LONGEST_DAYS = 3660;

    /** A cost that nothing passes. */
    static final long NEVER = Long.MAX_VALUE;

    /** AMOUNT of one gesture, SUM of costs, COUNT of gestures, or FORBIDDEN outright. */
    public enum Type {
        AMOUNT {
            @Override
            long speaksAbove(long bound, Usage before) {
                return bound;
            }
        },
        SUM {
            @Override
            long speaksAbove(long bound, Usage before) {
                return Math.max(-1, bound - before.sumMinor());
            }
        },
        COUNT {
            @Override
            long speaksAbove(long bound, Usage before) {
                return before.count() >= bound ? -1 : NEVER;
            }
        },
        FORBIDDEN {
            @Override
            long speaksAbove(long bound, Usage before) {
                return -1;
            }
        };

        abstract long speaksAbove(long bound, Usage before);
    }

    /** What is counted together. */
    public enum Key {
        GESTURE {
            @Override
            public String of(Proposal proposal) {
                return null;
            }
        },
        STAFF {
            @Override
            public String of(Proposal proposal) {
                return Long.toString(proposal.staff());
            }
        },
        CUSTOMER {
            @Override
            public String of(Proposal proposal) {
                return proposal.customer() == null ? null : proposal.customer().toString();
            }
        },
        VISIT {
            @Override
            public String of(Proposal proposal) {
                return proposal.visit();
            }
        },
        SITE {
            @Override
            public String of(Proposal proposal) {
                return proposal.site();
            }
        };

        /** Which one the proposal has, as {@link Question#keyValue} says it; null: none. */
        public abstract String of(Proposal proposal);
    }

    /**
     * @throws IllegalArgumentException when these do not go together; says why
     */
    public Measure {
        refuseIf(type == null || key == null, "a measure needs a type and a key");
        refuseIf(
                key != Key.GESTURE && (type == Type.AMOUNT || type == Type.FORBIDDEN),
                type + " is about one gesture, not one " + key);
        refuseIf(within != null && per != null, "a measure is either within or per, not both");
        refuseIf(
                key == Key.GESTURE && (within != null || per != null),
                "one gesture alone has no period");
        if (within != null) {
            refuseIf(
                    within.getYears() < 0 || within.getMonths() < 0 || within.getDays() < 0,
                    "within " + within + " goes backwards");
            long days = 366L * within.getYears() + 31L * within.getMonths() + within.getDays();
            refuseIf(
                    days < 1 || days > LONGEST_DAYS,
                    "within " + within + " is not between one day and ten years");
        }
    }

    private static void refuseIf(boolean wrong, String what) {
        if (wrong) {
            throw new IllegalArgumentException(what);
        }
    }

    /** Whether what was given before counts. */
    public boolean isCumulative() {
        return key != Key.GESTURE;
    }

    /** Whether the proposal has what is counted by: without a customer none can be counted. */
    boolean hasKey(Proposal proposal) {
        return switch (key) {
            case CUSTOMER -> proposal.customer() != null;
            case VISIT -> proposal.visit() != null;
            case SITE -> proposal.site() != null;
            case GESTURE, STAFF -> true;
        };
    }

    /**
     * The cost above which the bound is passed, in minor units; -1: whatever the cost; {@link
     * #NEVER}: at no cost.
     */
    long speaksAbove(long bound, Usage before) {
        return type.speaksAbove(bound, before);
    }
}
