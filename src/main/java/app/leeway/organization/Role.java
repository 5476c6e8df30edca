package app.leeway.organization;

import java.util.Locale;
import java.util.Optional;

/**
 * What somebody may do, times the part of the organization where they act. The realm's roles have
 * the same names.
 */
public enum Role {
    /** Logs gestures. */
    STAFF,
    /** Sees and decides within their subtree. */
    MANAGER,
    /** Sees what came of it all, and changes direction. */
    LEADER,
    /** Keeps rules, budgets, catalogue and organization. */
    STEWARD,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** A machine that posts signals and outcomes. */
    SYSTEM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
