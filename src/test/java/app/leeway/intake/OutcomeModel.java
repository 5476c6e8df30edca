package app.leeway.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A file of outcomes of some tens of thousands of lines, and what must come of it. */
final class OutcomeModel {

    private static final int LINES = 30_000;
    private static final String HEAD = "source,id,type,customer,time,amount,currency\n";

    private final String source;
    private final StringBuilder csv = new StringBuilder(HEAD);
    private final Set<String> ids = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private int repeated;

    OutcomeModel(String source, Random chance) {
        this.source = source;
        for (int line = 2; line <= LINES; line++) {
            int kind = chance.nextInt(50);
            if (kind == 0) {
                csv.append("\"garbage ").append(line).append('\n');
                refused.add(String.valueOf(line));
            } else if (kind == 1) {
                csv.append(chance.nextBoolean() ? "\n" : "\r\n");
            } else {
                add(kind == 2 ? chance.nextInt(line) : line);
            }
        }
    }

    private void add(int i) {
        String id = "o-" + i;
        repeated += ids.add(id) ? 0 : 1;
        csv.append(source)
                .append(',')
                .append(id)
                .append(",purchase,nobody,2026-10-01T10:00:00Z,12.00,SEK\n");
    }

    String source() {
        return source;
    }

    String csv() {
        return csv.toString();
    }

    /** Of a line that will be taken. */
    String anyId(Random chance) {
        return List.copyOf(ids).get(chance.nextInt(ids.size()));
    }

    List<String> rows() {
        return ids.stream().sorted().toList();
    }

    List<String> refusedLines() {
        return refused;
    }

    String expected() {
        return "done: %d added, %d repeated, %d refused, 100 %%"
                .formatted(ids.size(), repeated, refused.size());
    }
}
