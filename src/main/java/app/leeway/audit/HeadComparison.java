package app.leeway.audit;

import java.util.Locale;

/**
 * The record as it is now beside its end at an earlier time.
 *
 * @param seq number of the entry that was the last one then
 * @param signed the whole of that head; null where only number and hash were given
 */
public record HeadComparison(long seq, SignedHead signed, Entries entries, Proof proof) {

    /** What became of the entries up to there. */
    public enum Entries {
        /** All of them are as they were. */
        UNCHANGED,
        /** The entry there is another one: it, or one before it, was changed. */
        CHANGED,
        /** The record ends before it. */
        SHORTER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the signature says of the head itself. */
    public enum Proof {
        VALID,
        /** Not over this head: somebody changed it, or the signature. */
        INVALID,
        /** By a key that is not ours, as far as this server knows. */
        UNKNOWN_KEY,
        /** There is no signature. */
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether nothing speaks against the record. */
    boolean holds() {
        return entries == Entries.UNCHANGED && (proof == Proof.VALID || proof == Proof.NONE);
    }

    /** Whether it shows that something was changed: it is ours, and it or the record is not. */
    boolean isDisproof() {
        return proof == Proof.INVALID || proof == Proof.VALID && entries != Entries.UNCHANGED;
    }
}
