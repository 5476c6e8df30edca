package app.leeway.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds wrong with a page. */
public final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    /**
     * Rules that are violated, each with where. In the page itself and without what was found in
     * order: no page of ours has frames, for which axe-core would open a second one.
     */
    public static List<String> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .options(options)
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }
}
