package app.leeway.company;

import java.util.Map;
import java.util.Set;

/**
 * Writes a company as its file: the same sections and flow style as stewards write, an entry a
 * line. What it writes reads as the same company.
 */
class CompanyFileWriter {

    /** Sections of one entry. */
    private static final Set<String> SINGLE =
            Set.of("company", "approvals", "lateEntries", "outcomes", "tablet");

    private CompanyFileWriter() {}

    static String write(CompanyFile file) {
        StringBuilder text = new StringBuilder();
        Outline.of(file).sections().forEach((name, entries) -> write(text, name, entries));
        return text.toString();
    }

    private static void write(StringBuilder text, String name, Map<String, Flow> entries) {
        if (SINGLE.contains(name)) {
            entries.values()
                    .forEach(flow -> text.append(name).append(": ").append(flow).append('\n'));
            return;
        }
        text.append('\n').append(name).append(entries.isEmpty() ? ": []\n" : ":\n");
        entries.values().forEach(flow -> text.append("  - ").append(flow).append('\n'));
    }
}
