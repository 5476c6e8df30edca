package app.leeway.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Keys that the installation makes for itself when they are first needed, and keeps in its
 * database, so that every server has the same and nobody has to think of one.
 */
@ApplicationScoped
public class InstallationKeys {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** The pair on the curve P-256 of this name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    KeyPair pair(String name) {
        try (Connection connection = database.getConnection()) {
            KeyPair known = read(connection, name);
            if (known != null) {
                return known;
            }
            write(connection, name, made());
            return read(connection, name); // of two servers at once, the first one's
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("the key " + name + " is not at hand", e);
        }
    }

    private static KeyPair made() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static void write(Connection connection, String name, KeyPair pair)
            throws SQLException {
        String sql =
                "INSERT INTO installation_key (name, public_part, secret_part) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name) DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setBytes(2, pair.getPublic().getEncoded());
            insert.setBytes(3, pair.getPrivate().getEncoded());
            insert.executeUpdate();
        }
    }

    private static KeyPair read(Connection connection, String name)
            throws SQLException, GeneralSecurityException {
        String sql = "SELECT public_part, secret_part FROM installation_key WHERE name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                KeyFactory curve = KeyFactory.getInstance("EC");
                return new KeyPair(
                        curve.generatePublic(new X509EncodedKeySpec(row.getBytes(1))),
                        curve.generatePrivate(new PKCS8EncodedKeySpec(row.getBytes(2))));
            }
        }
    }
}
