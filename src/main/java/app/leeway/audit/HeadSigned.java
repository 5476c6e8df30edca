package app.leeway.audit;

/** The head of the day was signed, in this transaction. */
public record HeadSigned(SignedHead head) {}
