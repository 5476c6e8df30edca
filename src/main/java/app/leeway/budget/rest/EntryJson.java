package app.leeway.budget.rest;

import app.leeway.budget.LedgerEntry;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.UUID;

/** An entry of a ledger: what it did to each of the budget's figures, and in whose name. */
public record EntryJson(
        String type,
        UUID gesture,
        MoneyJson limit,
        MoneyJson held,
        MoneyJson spent,
        MoneyJson overdraft,
        String by,
        Instant at,
        Boolean late,
        Instant occurredAt) {

    static EntryJson of(LedgerEntry entry) {
        return new EntryJson(
                entry.type(),
                entry.gesture(),
                MoneyJson.of(entry.limit()),
                MoneyJson.of(entry.held()),
                MoneyJson.of(entry.spent()),
                MoneyJson.of(entry.overdraft()),
                entry.name(),
                entry.at(),
                entry.happenedBefore() == null ? null : true,
                entry.happenedBefore());
    }
}
