package app.leeway.guardrail;

import java.time.LocalDate;
import java.util.List;

/**
 * One dated revision of a rule of discretion. A later revision of the same code takes its place on
 * its first day.
 *
 * @param revision counted from 1 by first day
 * @param from the first day on which it holds, where the gesture happens
 * @param until the day on which it holds no more, or null
 * @param bound what may be reached but not passed: minor units for AMOUNT and SUM, pieces for COUNT
 * @param otherwise what passing it comes to; never GO
 * @param replaces codes of guardrails that are silent wherever this one speaks
 */
public record Guardrail(
        String code,
        int revision,
        LocalDate from,
        LocalDate until,
        Scope when,
        Measure measure,
        long bound,
        Outcome otherwise,
        List<String> replaces) {}
