package app.leeway.http;

import app.leeway.shared.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one form. Beyond the first so many, more would help nobody, and an answer
 * could become longer than the request.
 */
final class Violations {

    private final int most;
    private final List<Violation> found = new ArrayList<>();

    Violations(int most) {
        this.most = most;
    }

    void add(Violation violation) {
        if (found.size() < most) {
            found.add(violation);
        }
    }

    List<Violation> found() {
        return found;
    }
}
