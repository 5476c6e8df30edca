package app.leeway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that was found, as JSON for machines and as Markdown for people. */
final class Report {
    private final Map<String, String> machine;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Counters> counters = new LinkedHashMap<>();
    private final Map<String, List<Slice>> slices = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param machine what it was measured on, and when
     */
    Report(Map<String, String> machine) {
        this.machine = machine;
    }

    void add(Finding finding) {
        findings.add(finding);
        System.out.printf(
                "[bench] %d %s: %s -> %s%n",
                finding.scenario(), finding.what(), finding.measured(), finding.verdict());
    }

    void add(String peer, Counters perOperation) {
        counters.put(peer, perOperation);
        System.out.println("[bench] " + peer + ": " + perOperation);
    }

    void add(String scenario, List<Slice> measured) {
        slices.put(scenario, measured);
    }

    void note(String sentence) {
        notes.add(sentence);
        System.out.println("[bench] " + sentence);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("findings", findings);
        all.put("countersPerOperation", counters);
        all.put("slices", slices);
        all.put("notes", notes);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("result.json").toFile(), all);
        Files.writeString(folder.resolve("performance.md"), markdown());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        machine.forEach(
                (key, value) ->
                        text.append("- ").append(key).append(": ").append(value).append('\n'));
        text.append("\n| # | what | measured | floor | target | moonshot | reached |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Finding f : findings) {
            text.append(
                    "| %d | %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    f.scenario(),
                                    f.what(),
                                    f.measured(),
                                    f.goal().said(f.goal().floor()),
                                    f.goal().said(f.goal().target()),
                                    f.goal().said(f.goal().moonshot()),
                                    f.verdict()));
        }
        text.append("\nPer operation:\n\n");
        text.append(
                "| who | statements | commits | rows | WAL bytes | flushes | database CPU us | server CPU us | allocated kB |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        counters.forEach((who, c) -> text.append(row(who, c)));
        text.append("\nPer second, median of the calm slices:\n\n");
        slices.forEach((scenario, all) -> text.append(rates(scenario, all)));
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    private static String row(String who, Counters c) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.0f | %.2f | %.0f | %.0f | %.0f |%n",
                who,
                c.statements(),
                c.commits(),
                c.rows(),
                c.walBytes(),
                c.flushes(),
                c.databaseUs(),
                c.serverUs(),
                c.allocatedBytes() / 1024);
    }

    private static String rates(String scenario, List<Slice> all) {
        StringBuilder text = new StringBuilder("- " + scenario + ":");
        all.stream()
                .map(Slice::peer)
                .distinct()
                .forEach(
                        peer -> {
                            double[] rates =
                                    all.stream()
                                            .filter(s -> s.peer().equals(peer) && !s.disturbed())
                                            .mapToDouble(Slice::perSecond)
                                            .toArray();
                            text.append(
                                    rates.length == 0
                                            ? " " + peer + " never calm;"
                                            : String.format(
                                                    Locale.ROOT,
                                                    " %s %.0f/s;",
                                                    peer,
                                                    Ratio.median(rates)));
                        });
        return text.append('\n').toString();
    }
}
