package app.leeway.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The subjects that the rooms registered. */
@ApplicationScoped
public class AuditSubjects {

    @Inject @Any Instance<AuditSubject> rooms;

    private final Map<String, AuditSubject> byPrefix = new TreeMap<>();

    @PostConstruct
    void register() {
        register(rooms);
    }

    void register(Iterable<AuditSubject> subjects) {
        for (AuditSubject subject : subjects) {
            if (byPrefix.put(subject.prefix(), subject) != null) {
                throw new IllegalStateException(
                        "two rooms write entries of the record as " + subject.prefix() + ".*");
            }
        }
    }

    /**
     * The subject of an entry.
     *
     * @param what name of the entry: {@code gesture.logged}
     * @throws IllegalStateException when no room registered it
     */
    AuditSubject of(String what) {
        AuditSubject subject = byPrefix.get(what.substring(0, Math.max(0, what.indexOf('.'))));
        if (subject == null) {
            throw new IllegalStateException(
                    "no room registered an AuditSubject for entries such as " + what);
        }
        return subject;
    }

    /** Prefixes of the subjects whose entries are published as events. */
    public List<String> published() {
        return byPrefix.values().stream()
                .filter(AuditSubject::isPublished)
                .map(AuditSubject::prefix)
                .toList();
    }
}
