package app.leeway.companyfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns bytes into YAML nodes, and takes no more of YAML than a company file needs: one document,
 * shallow, no anchors, aliases or tags (which can blow a few lines up to billions), no tabs.
 */
class YamlText {

    static final int BYTES_MAX = 5 * 1024 * 1024;
    private static final int DEPTH_MAX = 20;

    private final Problems problems;
    private final LoadSettings settings =
            LoadSettings.builder()
                    .setCodePointLimit(BYTES_MAX + 1)
                    .setBufferSize(
                            BYTES_MAX + 2) // read at once: its window is copied at each reading
                    .setLabel("company file")
                    .build();

    YamlText(Problems problems) {
        this.problems = problems;
    }

    /**
     * @return empty when there is nothing to read on; the problems say why
     * @throws IOException when the stream breaks; never more than the most allowed is read of it
     */
    Optional<Node> root(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            problems.add(1, "", "too-large.company");
            return Optional.empty();
        }
        String text = decode(bytes);
        if (problems.isEmpty()) {
            lookForTabs(text);
        }
        if (problems.isEmpty()) {
            lookAtEvents(text);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> root = new Compose(settings).composeString(text);
        if (root.isEmpty()) {
            problems.add(1, "", "empty");
        }
        return root;
    }

    private String decode(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
            problems.add(line, "", "not-utf-8");
        } else if (decoded.startsWith("\ufeff")) {
            problems.add(1, "", "byte-order-mark");
        }
        return decoded;
    }

    private void lookForTabs(String text) {
        int line = 1;
        boolean told = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                told = false;
            } else if (c == '\t' && !told) {
                problems.add(line, "", "tab");
                told = true;
            }
        }
    }

    private void lookAtEvents(String text) {
        int depth = 0;
        int documents = 0;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                depth += event instanceof CollectionStartEvent ? 1 : 0;
                depth -= event instanceof CollectionEndEvent ? 1 : 0;
                documents += event instanceof DocumentStartEvent ? 1 : 0;
                if (depth > DEPTH_MAX) {
                    refuse(event, "too-deep");
                    return;
                }
                if (documents > 1) {
                    refuse(event, "second-document");
                    return;
                }
                lookAt(event);
            }
        } catch (MarkedYamlEngineException e) {
            int line = line(e.getProblemMark().or(e::getContextMark));
            problems.add(line, "", "not-yaml", e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(1, "", "not-yaml", e.getMessage());
        }
    }

    private void lookAt(Event event) {
        if (event instanceof AliasEvent || anchor(event)) {
            refuse(event, "alias");
        }
        boolean tagged =
                event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                        || event instanceof CollectionStartEvent start
                                && start.getTag().isPresent();
        if (tagged) {
            refuse(event, "tag");
        }
    }

    private static boolean anchor(Event event) {
        return event instanceof NodeEvent node && node.getAnchor().isPresent();
    }

    private void refuse(Event event, String complaint) {
        problems.add(line(event.getStartMark()), "", complaint);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    /** Where it begins, counted from 1; 0 when it was not read from text. */
    static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }
}
