package app.leeway.guardrail.rest;

import app.leeway.guardrail.Clause;
import app.leeway.shared.LocalizedText;

/** A clause of the company's policy, and how far it may be bent. */
public record ClauseJson(String clause, String bendable, LocalizedText text) {

    static ClauseJson of(Clause clause) {
        return new ClauseJson(clause.code(), clause.bendable().code(), clause.text());
    }
}
