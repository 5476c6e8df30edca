package app.leeway.organization;

import app.leeway.shared.LocalizedText;
import java.time.ZoneId;

/**
 * A unit below the company as the company file has it.
 *
 * @param under code of the unit above
 * @param zone its own, or null for that of the unit above
 * @param hours its own, or null for those of the unit above
 * @param sample its own, in per cent, or null for that of the unit above
 */
public record UnitDefinition(
        String code,
        LocalizedText name,
        OrgUnit.Level level,
        String under,
        ZoneId zone,
        WorkingWeek hours,
        Integer sample) {}
