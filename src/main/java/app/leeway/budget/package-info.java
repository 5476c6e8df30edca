/** Budgets, the ledger of every movement on them, and the guard that no budget is overdrawn. */
@Room(
        floor = 2,
        purpose = "budgets, their periods, the ledger, reconciliation with gestures and record",
        tables = {"budget", "budget_entry", "budget_period", "month_closing"},
        foreign = {
            @Room.ForeignTable(
                    table = "gesture",
                    why =
                            "the ledger shows what each entry paid for; a month is closed over its gestures"),
            @Room.ForeignTable(table = "person", why = "the ledger names people in the same query")
        })
package app.leeway.budget;

import app.leeway.shared.Room;
