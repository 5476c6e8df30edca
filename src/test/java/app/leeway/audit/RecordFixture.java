package app.leeway.audit;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The record in a plain database. */
public final class RecordFixture {

    private record Subject(String prefix, boolean isPublished) implements AuditSubject {}

    private RecordFixture() {}

    /** Gestures and exceptions are published; the company and webhooks are on record only. */
    public static AuditSubjects subjects() {
        AuditSubjects subjects = new AuditSubjects();
        subjects.register(
                List.of(
                        new Subject("gesture", true),
                        new Subject("approval", true),
                        new Subject("company", false),
                        new Subject("webhook", false)));
        return subjects;
    }

    /** As if nothing had ever happened. */
    public static void clear(PlainDatabase database) {
        database.write(
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "ALTER TABLE audit_entry_place DISABLE TRIGGER USER",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry_place",
                "UPDATE audit_head SET seq = 0");
    }

    public static AuditLog reading(DataSource database) {
        AuditLog reading = new AuditLog();
        reading.jdbi = JdbiSetup.over(database);
        reading.subjects = subjects();
        return reading;
    }

    public static AuditTrail trail(DataSource database, Clock clock) {
        AuditTrail trail = new AuditTrail();
        if (database != null) {
            trail.jdbi = JdbiSetup.over(database);
        }
        trail.clock = clock;
        trail.subjects = subjects();
        return trail;
    }
}
