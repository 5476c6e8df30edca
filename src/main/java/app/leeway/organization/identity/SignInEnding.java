package app.leeway.organization.identity;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in the realm and made tokens worthless: a sign-out, a role or a group
 * taken away, a deleted user.
 *
 * @param id of the person or of the session; empty for everybody
 * @param at by the identity provider's clock
 */
record SignInEnding(Whose whose, String id, Instant at) {

    /** Whose tokens are worthless. */
    enum Whose {
        /** A person's, issued until then. */
        PERSON,
        /** Those of one session. */
        SESSION,
        /** Everybody's, issued until then. */
        EVERYBODY
    }

    private static final String SIGN_OUT = "LOGOUT";

    /** The types of user events that end a sign-in. */
    static final List<String> USER_EVENTS = List.of(SIGN_OUT, "DELETE_ACCOUNT", "REVOKE_GRANT");

    /**
     * What a user did, as the realm's user events have it.
     *
     * @param event of one of the types that end a sign-in
     * @return empty where it names neither session nor user
     */
    static Optional<SignInEnding> ofUserEvent(JsonObject event) {
        boolean signsOut = event.getString("type", "").equals(SIGN_OUT);
        String id = event.getString(signsOut ? "sessionId" : "userId", "");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SignInEnding(signsOut ? Whose.SESSION : Whose.PERSON, id, time(event)));
    }

    /**
     * What an administrator did, as the realm's admin events have it. What only adds (a role, a
     * group) ends nothing: it comes with the next sign-in. Nor does a change of a user: whether
     * they are disabled is asked for itself ({@link DisabledPeople}).
     *
     * @return empty where it ends nothing
     */
    static Optional<SignInEnding> ofAdminEvent(JsonObject event) {
        String[] path = event.getString("resourcePath", "").split("/");
        Whose whose = whose(event, path);
        if (whose == null) {
            return Optional.empty();
        }
        String id = whose == Whose.EVERYBODY || path.length < 2 ? "" : path[1];
        return Optional.of(new SignInEnding(whose, id, time(event)));
    }

    private static Whose whose(JsonObject event, String[] path) {
        String operation = event.getString("operationType", "");
        boolean deletes = operation.equals("DELETE");
        return switch (path[0]) {
            case "users" -> deletes || path[path.length - 1].equals("logout") ? Whose.PERSON : null;
            case "sessions" -> deletes ? Whose.SESSION : null;
            case "roles", "roles-by-id" -> deletes ? Whose.EVERYBODY : null;
            // One that is moved takes its members away from the roles of the group above.
            case "groups" -> operation.equals("CREATE") ? null : Whose.EVERYBODY;
            case "logout-all", "push-revocation" -> Whose.EVERYBODY;
            default -> null;
        };
    }

    static Instant time(JsonObject event) {
        return Instant.ofEpochMilli(event.getJsonNumber("time").longValue());
    }
}
