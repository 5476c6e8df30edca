package app.leeway.organization;

import app.leeway.shared.LocalizedText;
import java.time.ZoneId;

/**
 * A part of the organization.
 *
 * @param under code of the unit above; null for the company itself
 * @param zone where its days begin; its own, or that of the unit above
 * @param hours its own; null: those of the unit above
 * @param sample its own, in per cent; null: that of the unit above
 */
public record OrgUnit(
        String code,
        LocalizedText name,
        Level level,
        String under,
        ZoneId zone,
        WorkingWeek hours,
        Integer sample) {

    /** From the whole to the part. */
    public enum Level {
        COMPANY,
        REGION,
        SITE,
        TEAM;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
