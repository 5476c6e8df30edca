package app.leeway.companyfile;

import app.leeway.shared.Complaint;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Violation;

/**
 * One thing that is wrong with a company file.
 *
 * @param line counted from 1; 0 where there is no text
 * @param path where in the file: {@code people[3].at}; empty for the whole
 * @param code what, stable: {@code dangling-code}
 * @param said what, in plain words
 */
public record Problem(int line, String path, String code, LocalizedText said) {

    Problem(int line, String path, Complaint complaint) {
        this(line, path, complaint.code(), complaint.said());
    }

    /** In plain English. */
    public String message() {
        return said.en();
    }

    /** As whoever brought the file is told. */
    Violation violation() {
        return new Violation(
                path, code, line == 0 ? said : Complaint.of("on-line", line, said).said());
    }
}
