package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final Instant AT = Instant.parse("2026-11-22T18:00:00Z");
    private static final Link START = new Link(0, new byte[32]);

    @Test
    void p6_everyPartOfAnEntryIsSealed() {
        List<Link> all =
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
                        new Link(1, new byte[32])
                                .followedBy(
                                        new AuditNote(7L, "gesture.logged", "g", null, "{}"), AT));
        Set<String> hashes = new HashSet<>();
        all.forEach(link -> hashes.add(java.util.HexFormat.of().formatHex(link.hash())));
        assertThat(hashes).hasSameSizeAs(all);
    }

    @Test
    void p6_theSameEntryInTheSamePlaceHasTheSameSeal() {
        AuditNote note = new AuditNote(7L, "gesture.logged", "g", "a", "b");
        assertThat(START.followedBy(note, AT).isSealedBy(START.followedBy(note, AT).hash()))
                .isTrue();
    }
}
