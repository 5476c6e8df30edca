package app.leeway.gate;

import java.util.Set;

/** Which addresses of the server are open, and what may be brought to them. */
final class Doors {

    /** What a form may have that a signed-in person sends, in bytes. */
    static final int SIGNED_IN_MAX = 2 * 1024 * 1024;

    /** What anybody may bring, in bytes: the identity provider's sign-out is far smaller. */
    static final int ANYBODY_MAX = 64 * 1024;

    private static final String APPLICATION = "";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    /** Answered by the server itself, and needed by nobody here. */
    private static final Set<String> CLOSED = Set.of("/oauth2", "/jwt", "/ibm/api");

    private Doors() {}

    static boolean isClosed(String application) {
        return CLOSED.contains(application);
    }

    /**
     * @param application its context path; that of the product is empty
     * @param path inside the application
     */
    static boolean takes(String method, String application, String path) {
        return application.equals(APPLICATION)
                || LOOKING.contains(method)
                || method.equals("POST") && isSignOutByTheProvider(application, path);
    }

    /** The interface counts what it reads by itself, door by door. */
    static boolean isInterface(String application, String path) {
        return application.equals(APPLICATION) && path.startsWith("/api/");
    }

    static boolean isMetrics(String application) {
        return application.equals("/metrics");
    }

    private static boolean isSignOutByTheProvider(String application, String path) {
        return application.equals("/oidcclient") && path.startsWith("/backchannel_logout/");
    }
}
