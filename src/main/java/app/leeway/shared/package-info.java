/** Values that every feature speaks in, and the few things all of them stand on. */
@Room(
        floor = 0,
        purpose = "values only: money, periods, texts, refusals",
        foreign = {
            @Room.ForeignTable(table = "customer", why = "a migration rewrites keys once"),
            @Room.ForeignTable(table = "gesture", why = "a migration rewrites keys once")
        })
package app.leeway.shared;
