package app.leeway.journey;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Visit;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tablets for the journeys of one test class, given out empty. */
final class Tablets implements BeforeAllCallback, AfterAllCallback {

    private Browsers browsers;

    @Override
    public void beforeAll(ExtensionContext context) {
        browsers = Browsers.open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        browsers.close();
    }

    /** A tablet on which nobody has signed in yet, which the page asks after first. */
    Visit visit() {
        return browsers.visit(Device.TABLET, "sv-SE", ColorScheme.LIGHT).expecting("401");
    }

    /** One that keeps what it stores in the folder, so that it can be killed and opened again. */
    Visit visitKeeping(Path profile) {
        return browsers.visitKeeping(profile, Device.TABLET, "sv-SE").expecting("401");
    }
}
