package app.leeway.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A mail server in this process, on a free port. */
final class Letters implements AutoCloseable {

    final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", "smtp"));

    Letters() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
