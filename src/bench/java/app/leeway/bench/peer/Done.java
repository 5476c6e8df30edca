package app.leeway.bench.peer;

/** What a peer answers. */
public record Done(String id, String state) {}
