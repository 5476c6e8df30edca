package app.leeway.company;

/** A single value of the file, and where it stands. */
record Leaf(String text, int line, String path) {}
