/** Org units, the people in them, their roles, and who is acting now. */
@Room(
        floor = 1,
        purpose = "units, people, roles; who acts, and what they may see",
        tables = {
            "authority",
            "authority_category",
            "company",
            "org_unit",
            "person",
            "person_role",
            "presence",
            "sealing_key"
        })
package app.leeway.organization;

import app.leeway.shared.Room;
