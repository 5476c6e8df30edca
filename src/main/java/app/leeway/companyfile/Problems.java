package app.leeway.companyfile;

import app.leeway.shared.Complaint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a company file, as it is being found. */
class Problems {

    /** Beyond these nobody reads on, and a hostile file costs no more. */
    private static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();

    /** As {@link Complaint#of} has it. */
    void add(int line, String path, String key, Object... things) {
        if (found.size() < MOST) {
            found.add(new Problem(line, path, Complaint.of(key, things)));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
