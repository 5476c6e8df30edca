package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainedEntryTest {

    private static final Instant AT = Instant.parse("2026-11-22T18:00:00Z");
    private static final ChainedEntry START = new ChainedEntry(0, new byte[32]);

    @Test
    void p6_everyPartOfAnEntryIsSealed() {
        List<ChainedEntry> all =
                List.of(
                        START.followedBy(new AuditNote(7L, "gesture.logged", "g", null, "{}"), AT),
                        START.followedBy(new AuditNote(8L, "gesture.logged", "g", null, "{}"), AT),
                        START.followedBy(
                                new AuditNote(null, "gesture.logged", "g", null, "{}"), AT),
                        START.followedBy(new AuditNote(7L, "gesture.settled", "g", null, "{}"), AT),
                        START.followedBy(new AuditNote(7L, "gesture.logged", "h", null, "{}"), AT),
                        START.followedBy(new AuditNote(7L, "gesture.logged", "g", "", "{}"), AT),
                        START.followedBy(new AuditNote(7L, "gesture.logged", "g", "{}", null), AT),
                        START.followedBy(
                                new AuditNote(7L, "gesture.logged", "g", null, "{}"),
                                AT.plusNanos(1000)),
                        new ChainedEntry(1, new byte[32])
                                .followedBy(
                                        new AuditNote(7L, "gesture.logged", "g", null, "{}"), AT));
        Set<String> hashes = new HashSet<>();
        all.forEach(link -> hashes.add(HexFormat.of().formatHex(link.hash())));
        assertThat(hashes).hasSameSizeAs(all);
    }

    @Test
    void p6_theSameEntryInTheSamePlaceHasTheSameSeal() {
        AuditNote note = new AuditNote(7L, "gesture.logged", "g", "a", "b");
        assertThat(START.followedBy(note, AT).isSealedBy(START.followedBy(note, AT).hash()))
                .isTrue();
    }

    @Test
    void P6_an_entry_is_sealed_to_the_one_before_it() {
        AuditNote note = new AuditNote(7L, "gesture.logged", "g", null, "{}");
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(new ChainedEntry(4, new byte[32]).followedBy(note, AT).hash())
                .isNotEqualTo(new ChainedEntry(4, other).followedBy(note, AT).hash());
    }

    @Test
    void P6_a_change_early_in_the_chain_changes_every_hash_after_it() {
        List<ChainedEntry> one = chain("500", 3);
        List<ChainedEntry> other = chain("501", 3);

        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i).isSealedBy(other.get(i).hash())).as("entry " + (i + 1)).isFalse();
        }
    }

    /** What is written down in the field must verify for ever: the form never changes. */
    @Test
    void P6_the_form_of_an_entry_is_the_one_that_records_were_made_with() {
        ChainedEntry first =
                START.followedBy(new AuditNote(7L, "gesture.logged", "g", null, "{}"), AT);
        ChainedEntry second =
                first.followedBy(new AuditNote(null, "gesture.expired", "ö", "a", ""), AT);

        assertThat(HexFormat.of().formatHex(second.hash()))
                .isEqualTo("8fef979bee65eaff13cee57e3073bb165b9b4926c29e1ac0d2efeea63e098de9");
    }

    private static List<ChainedEntry> chain(String firstCost, int length) {
        List<ChainedEntry> links = new ArrayList<>();
        ChainedEntry head = START;
        for (int i = 0; i < length; i++) {
            String cost = i == 0 ? firstCost : "700";
            head = head.followedBy(new AuditNote(7L, "gesture.logged", "g" + i, null, cost), AT);
            links.add(head);
        }
        return links;
    }
}
