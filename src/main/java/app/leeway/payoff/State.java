package app.leeway.payoff;

import java.util.Locale;

/** What may be said of a group; one sentence each. */
public enum State {
    PAYS(true),
    LOSES(true),
    UNCLEAR(true),
    /** There is a number, but something warns against calling it an effect. */
    NOT_A_VERDICT(true),
    LENSES_DIFFER(true),
    OTHER_PATH(true),
    NO_OVERLAP(false),
    TOO_FEW(false),
    /** Enough gestures, but the comparison hangs on too few others. */
    TOO_THIN(false),
    NO_EPISODES(false),
    RIPENING(false);

    private final boolean hasFigure;

    State(boolean hasFigure) {
        this.hasFigure = hasFigure;
    }

    /** Whether any number may be shown. */
    public boolean hasFigure() {
        return hasFigure;
    }

    /** Whether it is a verdict: nothing warns against it. */
    public boolean isVerdict() {
        return this == PAYS || this == LOSES || this == UNCLEAR;
    }

    /** {@code lenses-differ}: how it stands in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
