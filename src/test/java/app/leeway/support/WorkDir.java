package app.leeway.support;

import java.nio.file.Path;

/**
 * Where one running stack lives: its folders, the name it is reached by, and its ports.
 *
 * @param project the root of the checkout
 * @param libertyHome Open Liberty as unpacked by the build, shared by every stack
 * @param keycloakHome Keycloak as unpacked by the build, shared by every stack
 * @param home what this stack keeps: database, secrets, the server's own files
 * @param war the application to run
 * @param host the name or address by which browsers reach this machine
 */
record WorkDir(
        Path project,
        Path libertyHome,
        Path keycloakHome,
        Path home,
        Path war,
        String host,
        Port http,
        Port https,
        Port keycloak,
        Port database) {

    /** The place that {@code mvn} without arguments uses; the POM gives every property. */
    static WorkDir ofDevelopment() {
        return new WorkDir(
                folder("leeway.project"),
                folder("leeway.liberty.home"),
                folder("leeway.keycloak.home"),
                folder("leeway.home"),
                folder("leeway.war"),
                System.getProperty("leeway.host", "localhost"),
                Port.given("leeway.http.port"),
                Port.given("leeway.https.port"),
                Port.given("leeway.keycloak.port"),
                Port.given("leeway.db.port"));
    }

    /** A place of its own for tests: free ports, and a folder named so in that of this process. */
    static WorkDir ofTests(String name) {
        return new WorkDir(
                folder("leeway.project"),
                folder("leeway.liberty.home"),
                folder("leeway.keycloak.home"),
                folder("leeway.work").resolve(name),
                folder("leeway.war"),
                "localhost",
                Port.free("leeway.http.port"),
                Port.free("leeway.https.port"),
                Port.free("leeway.keycloak.port"),
                Port.free("leeway.db.port"));
    }

    /** The folder in which the build leaves the library that stands before every application. */
    Path gate() {
        return war.resolveSibling("server/usr/shared/resources/gate");
    }

    /**
     * The addresses that the servers listen on: this machine's own, unless the place has a name by
     * which others reach it.
     */
    String listening() {
        return host.equals("localhost") ? "localhost" : "*";
    }

    /** Where the pages and the API answer. */
    String applicationUrl() {
        return "http://" + host + ":" + http.number();
    }

    /**
     * The one address that signing in comes back to. Browsers keep its cookies over plain http only
     * for this machine itself; everybody else has to come by https.
     */
    String origin() {
        return host.equals("localhost")
                ? applicationUrl()
                : "https://" + host + ":" + https.number();
    }

    /** The issuer of the realm in the Keycloak that this stack starts. */
    String issuer() {
        return "http://" + host + ":" + keycloak.number() + "/realms/leeway";
    }

    private static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The system property " + property + " is missing.");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
