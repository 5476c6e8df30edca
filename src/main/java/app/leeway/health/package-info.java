/** Says to whoever runs the server whether it lives and whether it may be given work. */
@Room(floor = 1, purpose = "whether the server lives, and may be given work")
package app.leeway.health;

import app.leeway.shared.Room;
