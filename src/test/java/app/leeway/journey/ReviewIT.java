package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiClient;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import app.leeway.support.Waiting;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A machine brings outcomes, a leader reads what pays and what does not, sends the page to a
 * colleague and takes it to the board (B5, D2).
 */
class ReviewIT {

    private static final Nordlyst NORDLYST = Nordlyst.running();

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void aLeaderReadsInBothLanguagesThatALateReturnPaysAndAFreeUpgradeDoesNot() {
        ApiClient machine = NORDLYST.withToken(NORDLYST.tokenOfMachine());
        machine.post(
                "/outcomes",
                "{\"source\":\"till\",\"id\":\"%s\",\"type\":\"purchase\",\"customer\":\"G-0001\",\"time\":\"2026-11-01T10:00:00Z\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"SEK\"}}"
                        .formatted(UUID.randomUUID()));
        try (Visit lena = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT)) {
            lena.signIn("lena", "/index.xhtml");
            Desk.prefer(lena, "en", "light");
            Page page = lena.open("/payoff/facts.xhtml");
            page.locator("#run\\:now").click();
            Waiting.until(
                    "the reckoning",
                    Duration.ofMinutes(1),
                    () -> page.locator("#run\\:state").textContent().contains("Last reckoned"));

            lena.open("/payoff/review.xhtml");
            assertThat(row(page, "Late return accepted"))
                    .contains("Gives back", "per krona", "real look-alikes");
            assertThat(row(page, "Upgrade")).contains("Brings back 0.", "but costs");
            assertThat(row(page, "Home visit"))
                    .contains("too few for any number")
                    .doesNotContain("+");
            assertThat(page.locator(".note.demo").textContent()).contains("This is the demo");

            lena.screenshot("review-kinds-en");

            Desk.prefer(lena, "sv", "light");
            lena.open("/payoff/review.xhtml");
            lena.screenshot("review-kinds-sv");
            assertThat(row(page, "Sen retur mottagen")).contains("Ger tillbaka", "per krona");
            assertThat(row(page, "Uppgradering")).contains("men kostar");
            Desk.prefer(lena, "en", "light");
        }
    }

    @Test
    void aViewThatIsSentShowsAColleagueTheSame() {
        String address = "/payoff/review.xhtml?by=clause&days=30";
        try (Visit lena = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT);
                Visit axel = Desk.visit(browsers, Device.PHONE, ColorScheme.DARK)) {
            lena.signIn("lena", "/index.xhtml");
            axel.signIn("axel", "/index.xhtml");
            Desk.prefer(lena, "en", "light");
            Desk.prefer(axel, "en", "dark");
            Page sent = lena.open("/payoff/review.xhtml");
            sent.locator("select[name=by]").selectOption("clause");
            sent.locator("select[name=days]").selectOption("30");
            sent.locator(".filters button").click();
            sent.waitForURL(url -> url.contains("by=clause"));
            String hers = sent.locator("table.review tbody").textContent();

            assertThat(sent.url()).contains("days=30");
            assertThat(axel.open(address).locator("table.review tbody").textContent())
                    .isEqualTo(hers);
            assertThat(hers).contains("No refund after 24 hours");
        }
    }

    @Test
    void whatNoCostStandsBesideWhatYesGave() {
        try (Visit lena = Desk.visit(browsers, Device.TABLET, ColorScheme.LIGHT)) {
            lena.signIn("lena", "/index.xhtml");
            Desk.prefer(lena, "en", "light");

            Page page = lena.open("/payoff/no.xhtml");

            lena.screenshot("review-no");
            assertThat(row(page, "Goodwill"))
                    .contains("Those who got a no brought", "less afterwards");
            page.locator("a:text-is('Goodwill')").click();
            page.waitForURL(url -> url.contains("/payoff/finding.xhtml"));
            assertThat(page.locator("main").textContent())
                    .contains("Their own past", "Before it was given");
        }
    }

    @Test
    void thePaperForTheBoardIsTwoPagesWithEverythingOnThem() throws IOException {
        try (Visit lena = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT)) {
            lena.signIn("lena", "/index.xhtml");
            Desk.prefer(lena, "en", "light");
            lena.open("/payoff/money.xhtml");
            lena.screenshot("review-money");
            lena.open("/payoff/review.xhtml");

            Path pdf = download(lena.page(), "PDF");
            try (PDDocument paper = Loader.loadPDF(pdf.toFile())) {
                String text = new PDFTextStripper().getText(paper);
                assertThat(text)
                        .contains(
                                "Rules worth breaking",
                                "Late return accepted",
                                "Gives back",
                                "How to read this");
                Path pictures = Path.of("target", "screenshots");
                Files.createDirectories(pictures);
                for (int i = 0; i < paper.getNumberOfPages(); i++) {
                    BufferedImage image = new PDFRenderer(paper).renderImageWithDPI(i, 90);
                    ImageIO.write(
                            image,
                            "png",
                            pictures.resolve("review-paper-" + (i + 1) + ".png").toFile());
                }
                assertThat(paper.getNumberOfPages()).isEqualTo(2);
            }
            assertThat(Files.readString(download(lena.page(), "CSV")))
                    .contains("late-return", "pays", "Gives back");
            try (ZipFile book = new ZipFile(download(lena.page(), "Excel").toFile())) {
                assertThat(book.getEntry("xl/worksheets/sheet5.xml")).isNotNull();
            }
        }
    }

    private static Path download(Page page, String words) {
        Download download =
                page.waitForDownload(
                        () -> page.locator(".filters a:has-text('" + words + "')").click());
        return download.path();
    }

    private static String row(Page page, String name) {
        Locator row =
                page.locator("table.review tbody tr")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(page.locator("a:text-is('" + name + "')")));
        return row.count() == 0 ? "" : row.first().textContent();
    }
}
