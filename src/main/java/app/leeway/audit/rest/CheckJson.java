package app.leeway.audit.rest;

import app.leeway.audit.AuditChainVerifier.Check;
import app.leeway.audit.HeadComparison;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What the check of the record came to.
 *
 * @param ok whether all holds: the chain, the heads signed here, and the one that was given
 * @param checked entries that were read
 * @param firstBroken number of the first entry that does not fit; absent when all do
 * @param head the end of the record as it is now
 * @param heads how many heads were signed here
 * @param signed the newest of them beside the record; absent before the first
 * @param differing those that do not agree with the record any more, at most a hundred
 * @param given the one that the caller kept; absent when none was given
 */
public record CheckJson(
        boolean ok,
        long checked,
        Long firstBroken,
        EndJson head,
        int heads,
        ComparedJson signed,
        List<ComparedJson> differing,
        ComparedJson given) {

    private static final int MOST = 100;

    /** An end of the record. */
    public record EndJson(long seq, String hash) {}

    /**
     * A head beside the record.
     *
     * @param entries {@code unchanged}, {@code changed} or {@code shorter}
     * @param signature {@code valid}, {@code invalid}, {@code unknown-key} or {@code none}
     * @param at when it was signed; absent, like the key, where only number and hash were given
     */
    public record ComparedJson(long seq, String entries, String signature, Instant at, String key) {

        static ComparedJson of(HeadComparison compared) {
            return new ComparedJson(
                    compared.seq(),
                    compared.entries().code(),
                    compared.proof().code(),
                    compared.signed() == null ? null : compared.signed().at(),
                    compared.signed() == null ? null : compared.signed().key());
        }
    }

    static CheckJson of(Check check) {
        List<HeadComparison> kept = check.kept();
        return new CheckJson(
                check.ok(),
                check.checked(),
                check.firstBroken(),
                new EndJson(check.head().seq(), HexFormat.of().formatHex(check.head().hash())),
                kept.size(),
                check.newest() == null ? null : ComparedJson.of(check.newest()),
                check.differing().stream().limit(MOST).map(ComparedJson::of).toList(),
                check.given() == null ? null : ComparedJson.of(check.given()));
    }
}
