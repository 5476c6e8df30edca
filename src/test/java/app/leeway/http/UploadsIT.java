package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.RunningLeeway;
import app.leeway.support.ServerInside;
import app.leeway.support.Visit;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/** Files that are brought to pages. */
class UploadsIT {

    private static final int MIB = 1024 * 1024;

    private final RunningLeeway leeway = RunningLeeway.shared();

    private int brings(Visit visit, String path, int size) {
        FormData form =
                FormData.create()
                        .set("file", new FilePayload("file.csv", "text/csv", new byte[size]));
        return visit.context()
                .request()
                .post(leeway.url() + path, RequestOptions.create().setMultipart(form))
                .status();
    }

    @Test
    void P15_a_file_is_taken_where_it_belongs_from_whoever_may_bring_it_and_leaves_nothing() {
        ServerInside inside = leeway.inside();
        try (Browsers browsers = Browsers.open();
                Visit stina = browsers.visit(Device.DESKTOP, "en-GB", ColorScheme.LIGHT);
                Visit anna = browsers.visit(Device.DESKTOP, "en-GB", ColorScheme.LIGHT);
                Visit nobody = browsers.visit(Device.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            stina.signIn("stina", "/");
            anna.signIn("anna", "/");
            long before = inside.onDisk();

            assertThat(brings(stina, "/customer/file.xhtml", 30 * MIB)).isEqualTo(200);
            assertThat(brings(stina, "/company/file.xhtml", 6 * MIB)).isEqualTo(413);
            assertThat(brings(stina, "/gesture/gestures.xhtml", MIB)).isEqualTo(415);
            assertThat(brings(anna, "/customer/file.xhtml", MIB)).isEqualTo(403);
            assertThat(brings(anna, "/absence/absence.xhtml", 3 * MIB)).isEqualTo(413);
            assertThat(brings(nobody, "/customer/file.xhtml", MIB)).isIn(413, 303);

            assertThat(inside.onDisk()).isLessThan(before + 4 * MIB);
        }
    }
}
