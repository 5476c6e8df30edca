package app.leeway.audit;

import java.time.Clock;
import javax.sql.DataSource;

/** The record in a plain database. */
public final class RecordFixture {

    private RecordFixture() {}

    public static ReadingTheRecord reading(DataSource database) {
        ReadingTheRecord reading = new ReadingTheRecord();
        reading.database = database;
        return reading;
    }

    public static AuditTrail trail(DataSource database, Clock clock) {
        AuditTrail trail = new AuditTrail();
        trail.database = database;
        trail.clock = clock;
        return trail;
    }
}
