/**
 * Gestures that a manager looks at afterwards: every one that was flagged, and a share of the
 * others drawn at random; and the questions about rules that come of it. To learn from: nothing
 * here can be held against anyone.
 */
@Room(
        floor = 4,
        purpose =
                "gestures that a manager looks at afterwards, and the questions about rules that come of it",
        tables = {"look", "look_note", "rule_question"},
        foreign = {
            @Room.ForeignTable(table = "company", why = "the currency of the costs on a card"),
            @Room.ForeignTable(
                    table = "customer",
                    why = "cards name the customer in the same query"),
            @Room.ForeignTable(table = "gesture", why = "spot checks are drawn from gestures"),
            @Room.ForeignTable(
                    table = "gesture_bend",
                    why = "cards name the clauses that were bent"),
            @Room.ForeignTable(table = "kind", why = "cards name the kind in the same query"),
            @Room.ForeignTable(table = "org_unit", why = "spot checks are drawn for each site"),
            @Room.ForeignTable(table = "person", why = "cards name people in the same query")
        })
package app.leeway.spotcheck;

import app.leeway.shared.Room;
