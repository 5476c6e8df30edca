package app.leeway.http;

import app.leeway.support.Books;

/**
 * What Anna in the north has given: ids of a gesture that is settled, one that is held, and one
 * that waits for approval.
 *
 * @param books to add what a room needs beside them; cleared before the next test
 */
public record North(Books books, String settled, String held, String waiting) {}
