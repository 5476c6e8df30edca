/** The append-only, hash-chained record of every change that matters. */
@Room(
        floor = 1,
        purpose = "the append-only, hash-chained record; its signed heads; reads that stand in it",
        tables = {"audit_entry", "audit_entry_place", "audit_head", "record_key", "signed_head"},
        foreign = {
            @Room.ForeignTable(
                    table = "company",
                    why = "code and zone of the company: whose head it is, and when its day ends")
        })
package app.leeway.audit;

import app.leeway.shared.Room;
