/** Who is away, by hand or from a calendar, and who stands in for them meanwhile. */
@Room(
        floor = 2,
        purpose = "who is away, by hand or from a calendar, and who stands in",
        tables = {"absence", "calendar_feed"},
        foreign = {
            @Room.ForeignTable(
                    table = "person",
                    why = "feeds of those who no longer act are left alone")
        })
package app.leeway.absence;

import app.leeway.shared.Room;
