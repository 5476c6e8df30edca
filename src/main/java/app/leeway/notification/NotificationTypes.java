package app.leeway.notification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types of notification that the features registered. */
@ApplicationScoped
class NotificationTypes {

    @Inject @Any Instance<NotificationSource> features;

    private final Map<String, NotificationType> byCode = new HashMap<>();

    @PostConstruct
    void register() {
        register(features);
    }

    void register(Iterable<NotificationSource> sources) {
        for (NotificationSource source : sources) {
            for (NotificationType type : source.types()) {
                if (byCode.put(type.code(), type) != null) {
                    throw new IllegalStateException("two features send " + type.code());
                }
            }
        }
    }

    /** Empty for the code of a stored notification whose type no longer exists. */
    Optional<NotificationType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * @throws IllegalStateException when no feature registered the type
     */
    void check(NotificationType type) {
        if (byCode.get(type.code()) != type) {
            throw new IllegalStateException("no NotificationSource registers " + type.code());
        }
    }
}
