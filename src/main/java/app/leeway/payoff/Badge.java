package app.leeway.payoff;

import app.leeway.shared.Texts;

/** How good the evidence is. */
public enum Badge {
    A(new Texts("Dragen genom lottning", "Drawn by lot")),
    B(new Texts("Lika mot lika, alla prov klarade", "Like for like, every check passed")),
    C(new Texts("Lika mot lika, med en varning", "Like for like, with a warning")),
    D(new Texts("För tunt för en siffra", "Too thin for a number"));

    private final Texts words;

    Badge(Texts words) {
        this.words = words;
    }

    public Texts words() {
        return words;
    }
}
