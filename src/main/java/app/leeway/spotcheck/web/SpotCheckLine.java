package app.leeway.spotcheck.web;

import app.leeway.spotcheck.SpotCheck;
import java.io.Serializable;
import java.util.UUID;

/** A look on its page, with what is being written about it. */
public class SpotCheckLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient SpotCheck spotCheck;
    private final UUID id;
    private String text;
    private String rule;

    SpotCheckLine(SpotCheck spotCheck) {
        this.spotCheck = spotCheck;
        this.id = spotCheck.id();
    }

    public SpotCheck getLook() {
        return spotCheck;
    }

    UUID id() {
        return id;
    }

    /** What is said to the other, or asked of the rule. */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Code of the clause or guardrail that is asked about. */
    public String getRule() {
        return rule;
    }

    public void setRule(String rule) {
        this.rule = rule;
    }
}
