package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Visit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logging without network: saved on the tablet, and received exactly once. */
class TapOfflineIT {
    private static final String OFFLINE = "ERR_INTERNET_DISCONNECTED";
    private static final int MANY = 50;

    @RegisterExtension static final Tablets TABLETS = new Tablets();

    @TempDir Path profile;

    private Visit keeping() {
        return TABLETS.visitKeeping(profile).expecting(OFFLINE);
    }

    @Test
    void b1_a_detour_logged_without_network_in_a_browser_that_is_killed_is_sent_once()
            throws SQLException {
        Visit terminus = keeping();
        terminus.signIn("dag", "/tap/sign-in");
        TapPage tap = new TapPage(terminus.page()).ready();
        terminus.context().setOffline(true);
        terminus.page().reload();
        tap.ready().kind("detour").minutes(5).oneMinuteMore().kilometres(3).minutesAgo(30);
        tap.awaitTone("GO_AND_TELL").log().awaitMark("saved");
        terminus.screenshot("tap-b1-1-saved");
        String id = tap.logged();

        killBrowserOf(profile);
        assertThat(KeptGestures.with(List.of(id))).isEmpty();

        try (Visit garage = keeping()) {
            garage.signInWhereAsked("dag");
            TapPage again = new TapPage(garage.page()).ready();
            again.awaitRows(0, "saved");
            assertThat(again.ids()).contains(id);
            assertThat(again.isWaitingShown()).isFalse();
            garage.screenshot("tap-b1-2-received");
        }
        assertThat(KeptGestures.with(List.of(id)))
                .containsExactly(new KeptGestures.Row("detour", "settled", "GO_AND_TELL", 8_400));
    }

    @Test
    void p1_a_browser_that_is_ended_without_network_logs_on_and_shows_nothing_of_the_person()
            throws SQLException {
        Visit cellar = keeping();
        cellar.signIn("dag", "/tap/sign-in");
        TapPage tap = new TapPage(cellar.page()).ready();
        cellar.context().setOffline(true);
        tap.kind("detour").minutes(5).kilometres(1).log().awaitMark("saved");
        String before = tap.logged();

        killBrowserOf(profile);

        try (Visit dark = keeping()) {
            dark.context().setOffline(true);
            dark.open("/tap/");
            TapPage again = new TapPage(dark.page()).ready().notice("hidden");
            assertThat(again.unsentIds()).containsExactly(before);
            assertThat(dark.page().content()).doesNotContain("Dag ").doesNotContain("figure");
            dark.screenshot("tap-restarted-sv");
            again.kind("detour").minutes(5).kilometres(3).log().awaitMark("saved");
            String after = again.logged();
            dark.screenshot("tap-restarted-logged");

            dark.context().setOffline(false);
            dark.signInWhereAsked("dag");
            again.readyFor("Dag").awaitRows(0, "saved");
            assertThat(KeptGestures.with(List.of(before, after)))
                    .extracting(KeptGestures.Row::kind)
                    .containsExactly("detour", "detour");
        }
    }

    @Test
    void p1_fifty_entries_survive_the_killing_and_come_in_as_fifty() throws SQLException {
        Visit basement = keeping();
        basement.signIn("gunnar", "/tap/sign-in");
        TapPage tap = new TapPage(basement.page()).ready();
        int before = KeptGestures.countOf("locker-coin", "gunnar");
        basement.context().setOffline(true);
        for (int i = 0; i < MANY; i++) {
            tap.kind("locker-coin").log().awaitMark("saved");
        }
        tap.awaitRows(MANY, "saved");
        List<String> ids = tap.unsentIds();
        basement.screenshot("tap-p1-fifty");

        killBrowserOf(profile);

        try (Visit upstairs = keeping()) {
            upstairs.signInWhereAsked("gunnar");
            new TapPage(upstairs.page()).ready().awaitRows(0, "saved");
        }
        assertThat(KeptGestures.with(ids)).hasSize(MANY);
        assertThat(KeptGestures.countOf("locker-coin", "gunnar")).isEqualTo(before + MANY);
    }

    /** As a battery that runs out does: nobody gets to say goodbye. */
    static void killBrowserOf(Path profile) {
        List<ProcessHandle> processes =
                ProcessHandle.allProcesses()
                        .filter(
                                process ->
                                        process.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("--user-data-dir=" + profile))
                        .toList();
        assertThat(processes).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
