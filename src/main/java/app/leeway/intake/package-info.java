/**
 * Files that were taken are read to their end, once, whatever is killed in between.
 *
 * <p>{@code upload -> KeepingFiles -> KeptFiles <- ReadingFiles -> FileReading}: the bytes lie in
 * the database before the sender is answered, and the position moves in the transaction of the
 * lines that it counts.
 */
package app.leeway.intake;
