package app.leeway.companyfile;

import app.leeway.shared.Complaint;
import app.leeway.shared.LocalizedText;

/**
 * What a code of the company file stands for. Two of the same name are the same, so that a section
 * can speak of a code whose owner it does not know.
 *
 * @param name {@code unit}; the sentences about a code call it by {@code word-unit}
 */
public record CodeType(String name) {

    LocalizedText word() {
        return Complaint.of("word-" + name).said();
    }
}
