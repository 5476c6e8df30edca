package app.leeway.notification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where mail is handed over, as the operator said. Without a host there is no mail; nothing secret
 * has a default.
 */
@ApplicationScoped
class MailAccount {

    private static final int SUBMISSION = 587;

    String host;
    int port;
    String user;
    String password;
    String from;
    boolean encrypted;

    @PostConstruct
    void open() {
        Config config = ConfigProvider.getConfig();
        host = given(config, "leeway.mail.host");
        port = config.getOptionalValue("leeway.mail.port", Integer.class).orElse(SUBMISSION);
        user = given(config, "leeway.mail.user");
        password = given(config, "leeway.mail.password");
        from =
                config.getOptionalValue("leeway.mail.from", String.class)
                        .filter(v -> !v.isBlank())
                        .orElseGet(() -> "leeway@" + origin(config).getHost());
        encrypted = config.getOptionalValue("leeway.mail.encrypted", Boolean.class).orElse(true);
    }

    boolean isOpen() {
        return host != null;
    }

    /** Where to connect; null: there is no mail. */
    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Null where the mail server wants no sign-in. */
    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String from() {
        return from;
    }

    /** Whether it is STARTTLS or nothing. */
    boolean isEncrypted() {
        return encrypted;
    }

    private static URI origin(Config config) {
        return config.getValue("leeway.origin", URI.class);
    }

    private static String given(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(v -> !v.isBlank()).orElse(null);
    }
}
