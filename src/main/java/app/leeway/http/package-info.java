/** What all JSON resources share: problems, paging, idempotency, request ids, headers. */
@Room(
        floor = 1,
        purpose = "what all resources share: problems, paging, idempotency, headers",
        tables = {"idempotent_answer"},
        foreign = {
            @Room.ForeignTable(
                    table = "customer",
                    why = "names in kept answers are looked up when they are given"),
            @Room.ForeignTable(
                    table = "gesture",
                    why = "a key that is a gesture's id names no other operation"),
            @Room.ForeignTable(
                    table = "person",
                    why = "names in kept answers are looked up when they are given")
        })
package app.leeway.http;

import app.leeway.shared.Room;
