/** The company file: how a company comes in, goes out, and what an import would change. */
@Room(
        floor = 1,
        purpose =
                "a company comes in, goes out and changes: founding, import, first look, export, one section revised, and the record of each")
package app.leeway.company;

import app.leeway.shared.Room;
