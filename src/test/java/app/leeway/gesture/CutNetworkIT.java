package app.leeway.gesture;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.FaultyProxy;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network between whoever calls and the server breaks: it costs time, and nothing else. */
class CutNetworkIT {

    private static final GestureBuilder COIN = a("locker-coin").done();

    /** The server's read time-out is 30 seconds. */
    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(50);

    private final Nordlyst nordlyst = Nordlyst.running();
    private final URI server = RunningLeeway.shared().url();
    private FaultyProxy wire;

    @BeforeEach
    void aWireToTheServer() {
        nordlyst.books().clear();
        wire = FaultyProxy.to(server.getPort());
    }

    @AfterEach
    void itIsTakenAway() {
        wire.close();
    }

    @Test
    void p5_p2_anAnswerThatGotLostIsAskedForAgainAndTheGestureIsThereOnce() {
        UUID key = UUID.randomUUID();
        wire.mute();
        Thread cutting =
                new Thread(
                        () -> {
                            Waiting.until(
                                    "the gesture is there",
                                    Duration.ofMinutes(1),
                                    () -> nordlyst.books().gestures().contains(key));
                            wire.cut();
                        });
        cutting.start();
        assertThatThrownBy(() -> gunnar().withKey(key).post("/gestures", COIN))
                .isInstanceOf(UncheckedIOException.class);
        wire.flow();

        ApiAnswer again = gunnar().withKey(key).post("/gestures", COIN);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.isReplayed()).isTrue();
        assertThat(nordlyst.books().gestures()).containsExactly(key);
    }

    @Test
    void p5_p2_aNetworkThatIsCutAnywhereLosesNothingAndDoublesNothing() {
        Random random = new Random(20261125);
        List<UUID> keys = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID()).toList();
        int broken = 0;
        for (UUID key : keys) {
            wire.cutAfter(random.nextInt(4_000));
            while (!isTaken(key)) {
                broken++;
                wire.flow();
            }
            wire.flow();
        }

        assertThat(broken).as("cuts that were met").isGreaterThan(10);
        assertThat(nordlyst.books().gestures()).isEqualTo(Set.copyOf(keys));
        ApiAnswer books = nordlyst.as("axel").get("/budgets/reconciliation");
        assertThat(books.text("ok")).as(books.body()).isEqualTo("true");
    }

    @Test
    void p5_aSlowNetworkCostsTimeOnly() {
        wire.slowTo(1_000);

        ApiAnswer answer = gunnar().withNewKey().post("/gestures", COIN);

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void p5_requestsThatNeverEndAreGivenUpAndKeepNobodyElseWaiting() throws IOException {
        List<Socket> halfway = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                socket.getOutputStream()
                        .write(
                                "POST /api/v1/gestures HTTP/1.1\r\nHost: localhost\r\nContent-"
                                        .getBytes(StandardCharsets.US_ASCII));
                halfway.add(socket);
            }

            long from = System.nanoTime();
            assertThat(nordlyst.as("gunnar").logs(COIN).status()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isLessThan(Duration.ofSeconds(20));

            for (Socket socket : halfway) {
                socket.setSoTimeout((int) GIVEN_UP_WITHIN.toMillis());
            }
            assertThat(halfway).allMatch(CutNetworkIT::isEnded);
        } finally {
            for (Socket socket : halfway) {
                socket.close();
            }
        }
    }

    /** Read to its end, whatever the server says before. */
    private static boolean isEnded(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {}
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private boolean isTaken(UUID key) {
        try {
            return gunnar().withKey(key).post("/gestures", COIN).status() == 201;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    private ApiClient gunnar() {
        return nordlyst.as("gunnar", URI.create("http://localhost:" + wire.port()));
    }
}
