package app.leeway.organization;

import java.util.List;

/**
 * How somebody likes to be spoken to.
 *
 * @param language sv or en
 * @param hand left or right: where the tablet's main actions lie
 * @param appearance auto, light or dark
 */
public record Preferences(String language, String hand, String appearance) {

    static final List<String> LANGUAGES = List.of("sv", "en");
    static final List<String> HANDS = List.of("right", "left");
    static final List<String> APPEARANCES = List.of("auto", "light", "dark");
}
