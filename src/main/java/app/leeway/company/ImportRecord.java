package app.leeway.company;

import app.leeway.audit.AuditNote;
import app.leeway.companyfile.Change;
import app.leeway.companyfile.Change.Value;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the record is told of an import: one note of the whole, and one for each entry that changed.
 * Names and words of people stay out: the record outlives them.
 *
 * @param by key of the person who imports; null: the system itself
 * @param subjects how the record calls the entries of a section, by its name
 * @param existed whether there was a company before
 */
record ImportRecord(
        Long by, Map<String, UnaryOperator<String>> subjects, long revision, boolean existed) {

    private static final Set<String> WORDS = Set.of("user", "name", "text");

    List<AuditNote> notes(String company, List<Change> changes) {
        List<AuditNote> notes = new ArrayList<>();
        notes.add(
                new AuditNote(
                        by,
                        "company.imported",
                        company,
                        existed ? revision(revision - 1) : null,
                        revision(revision)));
        changes.forEach(change -> notes.add(note(change)));
        return notes;
    }

    private AuditNote note(Change change) {
        String subject = subjects.get(change.section()).apply(change.entry());
        return new AuditNote(
                by,
                "company." + change.what().name().toLowerCase(java.util.Locale.ROOT),
                subject,
                json(change, Value::before),
                json(change, Value::after));
    }

    private static String json(Change change, Function<Value, String> side) {
        JsonObjectBuilder object = JsonParts.object();
        change.values().stream()
                .filter(v -> side.apply(v) != null && !WORDS.contains(v.key()))
                .filter(v -> !side.apply(v).startsWith("{ person:"))
                .forEach(v -> object.add(v.key(), side.apply(v)));
        String json = object.build().toString();
        return json.equals("{}") ? null : json;
    }

    private static String revision(long revision) {
        return JsonParts.object().add("revision", revision).build().toString();
    }
}
