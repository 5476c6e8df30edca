package app.leeway.guardrail;

import app.leeway.shared.Texts;

/** A rule of the company's own written policy, and how far it may be bent. */
public record Clause(String code, Bendable bendable, Texts text) {

    /** Who may bend a clause. */
    public enum Bendable {
        FREELY,
        /** The guardrails decide. */
        GUARDRAILS,
        /** Somebody decides, each time. */
        APPROVAL,
        /** Safety or law: nobody, and there is no verb for it. */
        NEVER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
