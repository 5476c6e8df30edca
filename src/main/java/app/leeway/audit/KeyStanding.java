package app.leeway.audit;

import java.util.Locale;

/** How far a key that signed a head is this installation's. */
public enum KeyStanding {
    /** The one that signs now. */
    CURRENT,
    /** One that signed before: it stands in the key file. */
    EARLIER,
    /** None of ours, as far as this server knows. */
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
