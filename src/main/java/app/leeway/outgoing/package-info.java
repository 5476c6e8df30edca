/**
 * The one way out to addresses that somebody typed: to public addresses only, without redirects,
 * bounded in time and size.
 */
@Room(
        floor = 1,
        purpose =
                "the one way out to addresses that somebody typed: public ones only, no redirects, bounded")
package app.leeway.outgoing;

import app.leeway.shared.Room;
