/** What stands before every web application of the server, Liberty's own included. */
@Room(
        floor = 0,
        purpose =
                "stands before every application of the server, Liberty's own included: what anybody may send ([0012](decisions/0012-a-gate-before-every-application.md))")
package app.leeway.gate;

import app.leeway.shared.Room;
