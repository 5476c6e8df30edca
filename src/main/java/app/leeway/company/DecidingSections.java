package app.leeway.company;

import app.leeway.company.References.To;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.OrganizationDefinition.Authority;
import app.leeway.organization.WorkingWeek;
import app.leeway.organization.WorkingWeek.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what decides about exceptions: who may grant how much, when they work, how long it lasts.
 */
class DecidingSections {

    private static final int PER_CENT = 100;
    private static final int MOST_ENTRIES = 1000;
    private static final Set<String> APPROVAL_KEYS =
            Set.of("fourEyesAbove", "remindAfter", "escalateAfter", "sample", "secondFactorAbove");

    private final Entry whole;
    private final References references;
    private final String currency;

    DecidingSections(Entry whole, References references, String currency) {
        this.whole = whole;
        this.references = references;
        this.currency = currency;
    }

    List<Authority> authorities() {
        List<Authority> authorities = new ArrayList<>();
        for (Entry entry : whole.entries("authority", Set.of("at", "upTo", "categories"))) {
            Leaf at = entry.code("at");
            references.declare(To.AUTHORITY, at);
            references.use(To.UNIT, at);
            Long upTo = entry.money("upTo", currency);
            Map<String, Long> categories = categories(entry);
            if (at != null && upTo != null) {
                authorities.add(new Authority(at.text(), upTo, categories));
            }
        }
        return authorities;
    }

    private Map<String, Long> categories(Entry authority) {
        Map<String, Long> limits = new TreeMap<>();
        for (Entry.Pair pair : authority.pairs("categories")) {
            Leaf category = pair.key().code();
            references.use(To.CATEGORY, category);
            Long upTo = pair.value() == null ? null : pair.value().money(currency);
            if (category != null && upTo != null) {
                limits.put(category.text(), upTo);
            }
        }
        return limits;
    }

    /** A section that may be left out. */
    ApprovalRules approvals() {
        if (!whole.has("approvals")) {
            return ApprovalRules.USUAL;
        }
        Entry entry = whole.entry("approvals", APPROVAL_KEYS);
        Duration remind = entry.optionalDuration("remindAfter");
        Duration escalate = entry.optionalDuration("escalateAfter");
        ApprovalRules rules =
                new ApprovalRules(
                        entry.optionalMoney("fourEyesAbove", currency),
                        remind,
                        escalate,
                        sample(entry),
                        entry.optionalMoney("secondFactorAbove", currency));
        if (rules.untilReminder().compareTo(rules.untilEscalation()) >= 0) {
            entry.wrong(
                    escalate == null ? "remindAfter" : "escalateAfter",
                    "not-after.reminder",
                    rules.untilReminder(),
                    rules.untilEscalation());
        }
        return rules;
    }

    /** A section that may be left out. */
    LateEntryRules lateEntries() {
        if (!whole.has("lateEntries")) {
            return LateEntryRules.USUAL;
        }
        Entry entry = whole.entry("lateEntries", Set.of("within", "tellFrom"));
        Period within =
                entry.has("within")
                        ? MeasureAndLimit.days(entry, LateEntryRules.LONGEST_DAYS)
                        : null;
        Integer tellFrom = entry.has("tellFrom") ? entry.whole("tellFrom", MOST_ENTRIES) : null;
        if (tellFrom != null && tellFrom == 0) {
            entry.wrong("tellFrom", "not-a-number.from-one", MOST_ENTRIES);
        }
        return new LateEntryRules(within == null ? null : within.getDays(), tellFrom);
    }

    /** Per cent; null where none is given. */
    static Integer sample(Entry entry) {
        return entry.has("sample") ? entry.whole("sample", PER_CENT) : null;
    }

    /** Null where none are given, or where something is wrong with them. */
    static WorkingWeek hours(Entry unit) {
        if (!unit.has("hours")) {
            return null;
        }
        Map<DayOfWeek, Stretch> days = new EnumMap<>(DayOfWeek.class);
        for (Entry.Pair pair : unit.pairs("hours")) {
            List<DayOfWeek> run = pair.key().days();
            Stretch stretch = pair.value() == null ? null : pair.value().stretch();
            for (DayOfWeek day : run) {
                if (days.containsKey(day)) {
                    unit.wrong("hours", "duplicate-value.hours", WorkingWeek.code(day));
                } else if (stretch != null) {
                    days.put(day, stretch);
                }
            }
        }
        if (days.isEmpty() && unit.nothingIsWrong()) {
            unit.wrong("hours", "missing.hours");
        }
        return days.isEmpty() ? null : new WorkingWeek(days);
    }
}
