package app.leeway.absence.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An absence on its page, with the stand-in who is being chosen. */
public class AbsenceLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String person;
    private final Instant from;
    private final Instant until;
    private final boolean calendar;
    private final boolean changeable;
    private final String standInName;
    private String standIn;

    AbsenceLine(
            UUID id,
            String person,
            Instant from,
            Instant until,
            boolean calendar,
            boolean changeable,
            String standIn,
            String standInName) {
        this.id = id;
        this.person = person;
        this.from = from;
        this.until = until;
        this.calendar = calendar;
        this.changeable = changeable;
        this.standIn = standIn;
        this.standInName = standInName;
    }

    public UUID getId() {
        return id;
    }

    public String getPerson() {
        return person;
    }

    public Instant getFrom() {
        return from;
    }

    public Instant getUntil() {
        return until;
    }

    /** Whether a calendar says so. */
    public boolean isCalendar() {
        return calendar;
    }

    /** Whether whoever looks at it may change it; else they stand in. */
    public boolean isChangeable() {
        return changeable;
    }

    /** User name; null: nobody yet. */
    public String getStandIn() {
        return standIn;
    }

    public void setStandIn(String standIn) {
        this.standIn = standIn;
    }

    public String getStandInName() {
        return standInName;
    }
}
