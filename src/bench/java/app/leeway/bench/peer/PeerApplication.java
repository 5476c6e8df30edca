package app.leeway.bench.peer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What Leeway is compared with, behind the same HTTP, tokens and JSON. */
@ApplicationPath("/api")
public class PeerApplication extends Application {}
