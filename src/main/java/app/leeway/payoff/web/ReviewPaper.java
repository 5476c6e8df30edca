package app.leeway.payoff.web;

import app.leeway.organization.Organizations;
import app.leeway.payoff.Edition;
import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.ReviewLine;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Review on paper, as XHTML: kinds with their picture on the first page; clauses, and how to read
 * it all, on the second.
 */
@RequestScoped
public class ReviewPaper {

    private static final int LINES_MAX = 14;

    @Inject Organizations organizations;
    @Inject LookingAtPayoff looking;

    private ResourceBundle words;
    private Locale locale;

    String html(LookingAtPayoff.Read read, String language) {
        locale = "sv".equals(language) ? Locale.forLanguageTag("sv-SE") : Locale.UK;
        words = ResourceBundle.getBundle("app.leeway.messages", locale);
        Edition edition = read.edition();
        boolean no = edition.key().about() == Edition.About.NO;
        String title = words.getString(no ? "no.title" : "worth.title");
        LocalDate until = LocalDate.ofEpochDay(edition.untilDay() - 1L);
        String day =
                until.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
        StringBuilder html = new StringBuilder("<html><head><style>");
        html.append(style()).append("</style></head><body>");
        html.append("<p class='who'>")
                .append(escaped(organizations.current().company().name()))
                .append("</p>");
        element(html, "h1", title);
        element(
                html,
                "p class='lead'",
                with(no ? "no.caption" : "worth.caption", edition.key().days()));
        if (edition.generated() > 0) {
            element(
                    html,
                    "p class='note'",
                    with("worth.generated", edition.generated(), edition.episodes()));
        }
        lines(html, looking.lines(read, "kind", language), "reviewBy.kind", language);
        html.append("<div class='second'>");
        lines(html, looking.lines(read, "clause", language), "reviewBy.clause", language);
        lines(html, looking.lines(read, "nth", language), "reviewBy.nth", language);
        element(html, "h2", words.getString("worth.how"));
        element(
                html,
                "p",
                with("worth.basis", edition.episodes(), edition.given(), day)
                        + " "
                        + with("worth.ripening", edition.ripening(), edition.key().days()));
        element(html, "p", words.getString("worth.evidence"));
        element(html, "p", words.getString("worth.naiveNote"));
        element(html, "p", words.getString("worth.unseen"));
        return html.append("</div></body></html>").toString();
    }

    private void lines(StringBuilder html, List<ReviewLine> lines, String head, String language) {
        List<ReviewLine> shown = lines.stream().limit(LINES_MAX).toList();
        if (shown.isEmpty()) {
            return;
        }
        Forest forest = Forest.of(shown);
        String currency = organizations.current().company().currency();
        html.append("<table><tr>");
        element(html, "th", words.getString(head));
        html.append("<th class='picture'>").append(escaped(with("worth.net", currency)));
        axis(html, forest);
        html.append("</th>");
        html.append("<th class='figure'>").append(escaped(words.getString("worth.value")));
        html.append("<br/>").append(escaped(words.getString("worth.between"))).append("</th>");
        element(html, "th class='figure'", words.getString("worth.n"));
        element(html, "th class='figure'", words.getString("worth.badge"));
        element(html, "th class='figure naive'", words.getString("worth.naive"));
        html.append("</tr>");
        for (ReviewLine line : shown) {
            html.append("<tr><td><b>")
                    .append(escaped(line.name().in(language)))
                    .append("</b><br/>");
            html.append(escaped(said(line.sentence(), language)))
                    .append("</td><td class='picture'>");
            picture(html, line, forest);
            html.append("</td>");
            String between =
                    line.isDrawn()
                            ? with("worth.range", line.low().in(language), line.high().in(language))
                            : "";
            html.append("<td class='figure'><b>").append(escaped(said(line.netWords(), language)));
            html.append("</b><br/>").append(escaped(between)).append("</td>");
            element(html, "td class='figure'", whole(line.finding().all()));
            element(html, "td class='figure'", line.finding().badge().name());
            element(html, "td class='figure naive'", said(line.naive(), language));
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void axis(StringBuilder html, Forest forest) {
        html.append("<div class='forest axis'>");
        for (Forest.Tick tick : forest.getTicks()) {
            html.append("<div style='left:").append(tick.x() * 2 / 3 - 20).append("px'>");
            html.append(escaped(MessageFormat.format("{0}", tick.value()))).append("</div>");
        }
        html.append("</div>");
    }

    /** A dot on its interval, by boxes: paper knows no script and needs no library to draw them. */
    private static void picture(StringBuilder html, ReviewLine line, Forest forest) {
        html.append("<div class='forest'>");
        box(html, "zero", forest.getZero(), 1);
        if (line.isDrawn()) {
            int low = forest.low(line);
            box(html, "span", low, Math.max(1, forest.high(line) - low));
            box(html, "dot", forest.dot(line) - 3, 7);
        }
        html.append("</div>");
    }

    private static void box(StringBuilder html, String what, int left, int width) {
        html.append("<div class='")
                .append(what)
                .append("' style='left:")
                .append(left * 2 / 3.0)
                .append("px;width:")
                .append(what.equals("span") ? width * 2 / 3.0 : width)
                .append("px'></div>");
    }

    private static void element(StringBuilder html, String tag, String text) {
        String name = tag.contains(" ") ? tag.substring(0, tag.indexOf(' ')) : tag;
        html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String said(LocalizedText texts, String language) {
        return texts == null ? "" : texts.in(language);
    }

    private String whole(int number) {
        return new MessageFormat("{0}", locale).format(new Object[] {number});
    }

    private String with(String key, Object... things) {
        return new MessageFormat(words.getString(key), locale).format(things);
    }

    /** The fonts that every reader of PDF has know no true minus. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('\u2212', '\u2013');
    }

    private static String style() {
        try (InputStream in = ReviewPaper.class.getResourceAsStream("/app/leeway/paper.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no paper.css", e);
        }
    }
}
