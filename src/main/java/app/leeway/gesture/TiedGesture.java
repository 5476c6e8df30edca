package app.leeway.gesture;

import app.leeway.budget.RecordedGestures.Kind;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;

/**
 * A gesture beside what the record tells of it.
 *
 * @param drawn its entries of the ledger, each in the one line of the record
 * @param told the record's entries, in their order
 */
record TiedGesture(UUID id, SealedRow row, Present present, List<String> drawn, List<Told> told) {

    /** How it stands now. */
    record Present(String state, long costMinor, Long endedBy, String endReason) {}

    /**
     * An entry of the record.
     *
     * @param person null: the system
     * @param after what it says; empty where it says nothing that can be read
     */
    record Told(Long person, JsonObject after) {

        /** From who and the JSON, with a blank between them. */
        static Told of(String line) {
            String[] parts = line.split(" ", 2);
            return new Told(
                    parts[0].equals("-") ? null : Long.valueOf(parts[0]),
                    parts.length < 2 ? JsonObject.EMPTY_JSON_OBJECT : json(parts[1]));
        }

        private static JsonObject json(String text) {
            try (JsonReader reader = JsonParts.reader(text)) {
                return reader.readObject();
            } catch (JsonException tampered) {
                return JsonObject.EMPTY_JSON_OBJECT; // and so agrees with nothing
            }
        }

        JsonObject sealed() {
            return after.get(GestureNotes.SEALED) instanceof JsonObject sealed
                    ? sealed
                    : JsonObject.EMPTY_JSON_OBJECT;
        }

        /** The entries of the ledger that were written with it. */
        Stream<String> ledger() {
            return sealed().get("ledger") instanceof JsonArray lines
                    ? lines.stream()
                            .map(v -> v instanceof JsonString l ? l.getString() : v.toString())
                    : Stream.empty();
        }
    }

    static TiedGesture read(RowView row) {
        return new TiedGesture(
                row.getColumn("id", UUID.class),
                SealedRow.read(row),
                new Present(
                        row.getColumn("state", String.class),
                        row.getColumn("cost_minor", Long.class),
                        row.getColumn("ended_by", Long.class),
                        row.getColumn("end_reason", String.class)),
                List.of(row.getColumn("drawn", String[].class)),
                Arrays.stream(row.getColumn("told", String[].class)).map(Told::of).toList());
    }

    Instant receivedAt() {
        return (Instant) row.columns().get("received_at");
    }

    /** Whether its first entry holds its seal. */
    boolean isTied() {
        return !told.isEmpty() && told.get(0).sealed().containsKey("content");
    }

    /** Whether nothing tells any more what customer and texts were sealed. */
    boolean isErased() {
        return isTied() && !row.hasSalt();
    }

    /** What is not as the record has it; empty when all is. */
    List<Kind> differences() {
        List<Kind> about = new ArrayList<>();
        if (told.isEmpty()) {
            return List.of(Kind.UNRECORDED);
        }
        if (isTied()) {
            sealed(about);
        }
        Told last = told.get(told.size() - 1);
        if (!present.state().equals(last.after().getString("state", null))) {
            about.add(Kind.STATE);
        }
        if (!String.valueOf(present.costMinor()).equals(cost(last))) {
            about.add(Kind.COST);
        }
        if (isTied() && !isEndedAs(last)) {
            about.add(Kind.ENDING);
        }
        return about;
    }

    private void sealed(List<Kind> about) {
        JsonObject first = told.get(0).sealed();
        GestureSeal seal = row.seal();
        if (!seal.content().equals(first.getString("content", null))) {
            about.add(Kind.CONTENT);
        }
        if (row.hasSalt() && !seal.personal().equals(first.getString("personal", null))) {
            about.add(Kind.PERSONAL);
        }
        List<String> lines = told.stream().flatMap(Told::ledger).sorted().toList();
        if (!lines.equals(drawn.stream().sorted().toList())) {
            about.add(Kind.LEDGER);
        }
    }

    private static String cost(Told entry) {
        return entry.after().containsKey("cost") ? entry.after().get("cost").toString() : null;
    }

    /** Whoever ended it stands on the entry; what they said is sealed there. */
    private boolean isEndedAs(Told last) {
        boolean ended = told.size() > 1 && !GestureState.of(present.state()).holdsMoney();
        if (!ended) {
            return present.endReason() == null && present.endedBy() == null;
        }
        String reason = last.sealed().getString("reason", null);
        boolean said =
                !row.hasSalt()
                        || Objects.equals(
                                reason,
                                present.endReason() == null
                                        ? null
                                        : GestureSeal.ofReason(present.endReason(), row.salt()));
        return said && Objects.equals(present.endedBy(), last.person());
    }
}
