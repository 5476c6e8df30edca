/** Values that every feature speaks in, and the few things all of them stand on. */
@Room(
        floor = 0,
        purpose =
                "values: money, periods, texts, refusals; `shared.jdbc` is the way to the database,"
                        + " `shared.jobs` runs what is done without a request",
        foreign = {
            @Room.ForeignTable(table = "customer", why = "a migration rewrites keys once"),
            @Room.ForeignTable(table = "gesture", why = "a migration rewrites keys once")
        })
package app.leeway.shared;
