package app.leeway.absence;

import app.leeway.audit.AuditNote;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonObjectBuilder;

/** Absences in the record of changes: keys and times. */
final class AbsenceNotes {

    private AbsenceNotes() {}

    /**
     * @param by null: a calendar
     * @param before null where there was none
     * @param after null where there is none any more
     */
    static AuditNote note(Long by, String what, Absence before, Absence after) {
        Absence either = after == null ? before : after;
        return new AuditNote(by, what, either.id().toString(), json(before), json(after));
    }

    private static String json(Absence absence) {
        if (absence == null) {
            return null;
        }
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("person", absence.personId())
                        .add("from", absence.from().toString())
                        .add("until", absence.until().toString());
        if (absence.standInId() != null) {
            json.add("standIn", absence.standInId());
        }
        return json.build().toString();
    }
}
