package app.leeway.handover;

import java.time.Instant;
import java.util.UUID;

/**
 * What one shift leaves for the next.
 *
 * @param place code of the unit whose shift it is
 * @param personId who left it
 */
public record HandoverNote(UUID id, String place, long personId, Instant at, String text) {}
