/**
 * Files that were taken are read to their end, once, whatever is killed in between.
 *
 * <p>{@code upload -> KeepingFiles -> KeptFiles <- ReadingFiles -> FileReading}: the bytes lie in
 * the database before the sender is answered, and the position moves in the transaction of the
 * lines that it counts.
 */
@Room(
        floor = 1,
        purpose = "files that were taken, kept until they are read to their end",
        tables = {"file_chunk", "kept_file"})
package app.leeway.intake;

import app.leeway.shared.Room;
