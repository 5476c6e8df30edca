package app.leeway.organization;

import app.leeway.shared.LocalizedText;
import java.util.List;

/**
 * Somebody as a tablet or a page greets them.
 *
 * @param roles codes, of the token or session
 * @param at code of the unit where they act
 * @param site code of the site that this is or belongs to; null, like its name, above sites
 */
public record Profile(
        String user,
        String name,
        String language,
        String hand,
        String appearance,
        List<String> roles,
        String at,
        String site,
        LocalizedText siteName) {}
