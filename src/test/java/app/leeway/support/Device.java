package app.leeway.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What somebody holds in their hands, or has on their desk. */
public enum Device {
    PHONE(390, 844, true),
    TABLET(820, 1180, true),
    DESKTOP(1440, 900, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    /**
     * Chromium's settings for it.
     *
     * @param locale sv-SE or en-GB
     */
    NewContextOptions options(String locale, ColorScheme scheme) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setLocale(locale)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Stockholm");
    }

    /** The same for a browser that keeps its profile. */
    LaunchPersistentContextOptions persistent(LaunchPersistentContextOptions options) {
        return options.setViewportSize(width, height)
                .setHasTouch(touch)
                .setTimezoneId("Europe/Stockholm");
    }
}
