/** Kinds of gesture, touchpoints and incident types a company has put in its catalogue. */
@Room(
        floor = 1,
        purpose = "kinds of gesture, touchpoints",
        tables = {
            "incident_site",
            "incident_type",
            "kind",
            "kind_bend",
            "kind_preset",
            "kind_site",
            "touchpoint"
        })
package app.leeway.catalogue;

import app.leeway.shared.Room;
