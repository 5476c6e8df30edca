package app.leeway.organization;

/** Somebody was added, changed or removed; fired in the transaction that did it. */
public record PeopleChanged() {}
