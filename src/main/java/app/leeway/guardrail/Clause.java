package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import java.util.Locale;
import java.util.Objects;

/** A rule of the company's own written policy, and how far it may be bent. */
public record Clause(String code, Bendable bendable, LocalizedText text) {

    /** Who may bend a clause, and so what bending it comes to by itself. */
    public enum Bendable {
        FREELY(Outcome.GO),
        /** The guardrails decide. */
        GUARDRAILS(Outcome.GO),
        /** Somebody decides, each time. */
        APPROVAL(Outcome.ASK),
        /** Safety or law: nobody, and there is no verb for it. */
        NEVER(Outcome.STOP);

        private final Outcome outcome;

        Bendable(Outcome outcome) {
            this.outcome = outcome;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Clause {
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("a clause needs a code");
        }
        Objects.requireNonNull(bendable, () -> "clause '" + code + "' says not who may bend it");
        Objects.requireNonNull(text, () -> "clause '" + code + "' needs a text");
    }

    /** What bending it comes to by itself. */
    Outcome outcome() {
        return bendable.outcome;
    }

    /** What is said when bending it is not simply fine. */
    LocalizedText message() {
        LocalizedText how =
                bendable == Bendable.NEVER
                        ? new LocalizedText("Här får ingen göra undantag.", "Nobody can bend this.")
                        : new LocalizedText(
                                "Fråga innan du gör undantag.", "Ask before bending this.");
        return new LocalizedText(sentence(text.sv()), sentence(text.en())).then(how);
    }

    /** Clauses are written with or without a full stop. */
    private static String sentence(String text) {
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
