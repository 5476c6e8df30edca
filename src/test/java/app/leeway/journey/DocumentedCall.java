package app.leeway.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as a page of the documentation shows it: a fenced block of {@code sh}, and the block of
 * {@code http} behind it that shows its answer.
 *
 * @param line of the page on which the script begins
 * @param answer as shown; null where the page shows none
 */
record DocumentedCall(int line, String script, DocumentedAnswer answer) {

    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|http)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * The calls of a page, in its order.
     *
     * @throws IllegalArgumentException for an answer that follows no call
     */
    static List<DocumentedCall> in(String page) {
        List<DocumentedCall> calls = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            int line = 2 + (int) page.substring(0, block.start()).lines().count();
            if (block.group(1).equals("sh")) {
                calls.add(new DocumentedCall(line, block.group(2), null));
            } else if (calls.isEmpty() || calls.get(calls.size() - 1).answer != null) {
                throw new IllegalArgumentException("line " + line + ": an answer without a call");
            } else {
                DocumentedCall call = calls.remove(calls.size() - 1);
                DocumentedAnswer answer = DocumentedAnswer.of(block.group(2));
                calls.add(new DocumentedCall(call.line, call.script, answer));
            }
        }
        return calls;
    }
}
