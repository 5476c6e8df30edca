package app.leeway.company;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.util.List;

/**
 * What became of reading a company file.
 *
 * @param file null when there are problems
 * @param guardrailsLine where the guardrails begin
 * @param guardrailLines where each guardrail of the file stands, in its order
 * @param problems everything that is wrong, by line; empty when it can be taken in
 */
record Reading(
        CompanyFile file,
        int guardrailsLine,
        List<Integer> guardrailLines,
        List<Problem> problems) {

    static Reading wrong(List<Problem> problems) {
        return new Reading(null, 1, List.of(), problems);
    }

    /**
     * @throws RefusedException INVALID with every problem
     */
    CompanyFile orRefuse() {
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return file;
    }

    static RefusedException refused(List<Problem> problems) {
        return new RefusedException(
                Refusal.INVALID,
                problems.size() == 1
                        ? "The company file has a problem; nothing was changed."
                        : "The company file has %d problems; nothing was changed."
                                .formatted(problems.size()),
                problems.stream().map(Problem::violation).toList());
    }
}
