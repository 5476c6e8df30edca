package app.leeway.company;

/**
 * One thing that is wrong with a company file.
 *
 * @param line counted from 1
 * @param path where in the file: {@code people[3].at}; empty for the whole
 * @param code what, stable: {@code dangling-code}
 * @param message what, in plain English
 */
public record Problem(int line, String path, String code, String message) {}
