package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.identity.SignInEnding.Whose;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the realm's events end sign-ins, as Keycloak writes them. */
class SignInEndingTest {

    private static final Instant AT = Instant.ofEpochMilli(1_795_872_301_597L);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DELETE, users/kim,                          PERSON,    kim",
        "DELETE, users/kim/role-mappings/realm,      PERSON,    kim",
        "DELETE, users/kim/role-mappings/clients/c,  PERSON,    kim",
        "DELETE, users/kim/groups/g,                 PERSON,    kim",
        "ACTION, users/kim/logout,                   PERSON,    kim",
        "DELETE, sessions/s1,                        SESSION,   s1",
        "DELETE, groups/g,                           EVERYBODY, ''",
        "DELETE, groups/g/role-mappings/realm,       EVERYBODY, ''",
        "UPDATE, groups/g/children,                  EVERYBODY, ''",
        "DELETE, roles/manager,                      EVERYBODY, ''",
        "DELETE, roles/boss/composites,              EVERYBODY, ''",
        "ACTION, logout-all,                         EVERYBODY, ''",
        "ACTION, push-revocation,                    EVERYBODY, ''"
    })
    void what_administrators_take_away_ends_sign_ins(
            String operation, String path, Whose whose, String id) {
        assertThat(SignInEnding.ofAdminEvent(admin(operation, path)))
                .contains(new SignInEnding(whose, id, AT));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CREATE, users/kim",
        "CREATE, users/kim/role-mappings/realm",
        "CREATE, users/kim/groups/g",
        "UPDATE, users/kim",
        "ACTION, users/kim/reset-password",
        "CREATE, groups/g",
        "CREATE, groups/g/role-mappings/realm",
        "UPDATE, roles/manager",
        "CREATE, roles/boss/composites",
        "UPDATE, clients/c",
        "DELETE, clients/c",
        "UPDATE, ''"
    })
    void what_adds_or_has_nothing_to_do_with_it_ends_nothing(String operation, String path) {
        assertThat(SignInEnding.ofAdminEvent(admin(operation, path))).isEmpty();
    }

    @Test
    void a_sign_out_ends_the_session_and_a_deleted_account_the_person() {
        assertThat(SignInEnding.ofUserEvent(user("LOGOUT")))
                .contains(new SignInEnding(Whose.SESSION, "s1", AT));
        assertThat(SignInEnding.ofUserEvent(user("DELETE_ACCOUNT")))
                .contains(new SignInEnding(Whose.PERSON, "kim", AT));
        JsonObject nobody =
                JsonParts.object().add("type", "LOGOUT").add("time", AT.toEpochMilli()).build();
        assertThat(SignInEnding.ofUserEvent(nobody)).isEqualTo(Optional.empty());
    }

    private static JsonObject admin(String operation, String path) {
        return JsonParts.object()
                .add("time", AT.toEpochMilli())
                .add("operationType", operation)
                .add("resourcePath", path)
                .build();
    }

    private static JsonObject user(String type) {
        return JsonParts.object()
                .add("time", AT.toEpochMilli())
                .add("type", type)
                .add("userId", "kim")
                .add("sessionId", "s1")
                .build();
    }
}
