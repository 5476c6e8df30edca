package app.leeway.support;

import java.util.Map;
import java.util.Optional;

/**
 * Servers that run elsewhere and are used instead of starting one here.
 *
 * @param database given by LEEWAY_DB_URL, LEEWAY_DB_USER and LEEWAY_DB_PASSWORD
 * @param realm given by LEEWAY_OIDC_ISSUER and LEEWAY_OIDC_CLIENT_SECRET
 */
record Outside(Optional<Database> database, Optional<Realm> realm) {

    static Outside nothing() {
        return new Outside(Optional.empty(), Optional.empty());
    }

    static Outside of(Map<String, String> environment) {
        return new Outside(
                given(environment, "LEEWAY_DB_URL")
                        .map(
                                url ->
                                        new Database(
                                                url,
                                                required(environment, "LEEWAY_DB_USER"),
                                                required(environment, "LEEWAY_DB_PASSWORD"))),
                given(environment, "LEEWAY_OIDC_ISSUER")
                        .map(
                                issuer ->
                                        new Realm(
                                                issuer,
                                                required(
                                                        environment,
                                                        "LEEWAY_OIDC_CLIENT_SECRET"))));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String required(Map<String, String> environment, String name) {
        return given(environment, name)
                .orElseThrow(
                        () -> new StartFailed("The environment variable " + name + " is missing."));
    }
}
