package app.leeway.payoff;

import app.leeway.shared.LocalizedText;

/** How good the evidence is. */
public enum Badge {
    A(new LocalizedText("Dragen genom lottning", "Drawn by lot")),
    B(new LocalizedText("Lika mot lika, alla prov klarade", "Like for like, every check passed")),
    C(new LocalizedText("Lika mot lika, med en varning", "Like for like, with a warning")),
    D(new LocalizedText("För tunt för en siffra", "Too thin for a number"));

    private final LocalizedText words;

    Badge(LocalizedText words) {
        this.words = words;
    }

    public LocalizedText words() {
        return words;
    }
}
