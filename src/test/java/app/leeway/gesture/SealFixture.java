package app.leeway.gesture;

import app.leeway.shared.jdbc.JdbiSetup;
import java.sql.Connection;
import java.util.UUID;

/** The seals of a gesture as it stands in the database, for somebody who forges its entry. */
public final class SealFixture {

    private SealFixture() {}

    public static String content(Connection connection, UUID id) {
        GestureStore store = new GestureStore();
        store.jdbi = JdbiSetup.over(connection);
        return store.seal(id).content();
    }
}
