package app.leeway.companyfile;

import app.leeway.companyfile.SectionKey.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Writes a company as its file: the same sections and flow style as stewards write, an entry a
 * line. What it writes reads as the same company.
 */
@ApplicationScoped
public class CompanyFileWriter {

    @Inject CompanySections sections;

    public String write(CompanyFile file) {
        StringBuilder text = new StringBuilder();
        sections.entries(file).forEach((section, entries) -> write(text, section, entries));
        return text.toString();
    }

    private static void write(
            StringBuilder text, SectionKey<?> section, Map<String, FlowMapping> entries) {
        String name = section.name();
        if (section.shape() == Shape.MAPPING) {
            entries.values()
                    .forEach(flow -> text.append(name).append(": ").append(flow).append('\n'));
        } else if (section.shape() == Shape.LIST || !entries.isEmpty()) {
            text.append('\n').append(name).append(entries.isEmpty() ? ": []\n" : ":\n");
            entries.values().forEach(flow -> text.append("  - ").append(flow).append('\n'));
        }
    }
}
