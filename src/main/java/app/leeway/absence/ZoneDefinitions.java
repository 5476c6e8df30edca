package app.leeway.absence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definitions of time zones in a calendar, of which those stay that are what zones are made of:
 * few, and changing on some day of each year. A zone that is taken out is known by its name if it
 * is one of the world's.
 */
final class ZoneDefinitions {

    private static final int MOST = 50;
    private static final int CHARACTERS_MOST = 20_000;
    private static final Pattern DEFINITION =
            Pattern.compile("(?ims)^BEGIN:VTIMEZONE\\r?\\n.*?^END:VTIMEZONE\\r?\\n?");
    private static final Pattern RULE = Pattern.compile("(?im)^RRULE.*$");
    private static final Pattern YEARLY =
            Pattern.compile(
                    "(?i)RRULE:FREQ=YEARLY(;(BYMONTH=\\d{1,2}|BYDAY=[+-]?\\d?[A-Z]{2}"
                            + "|BYMONTHDAY=-?\\d{1,2}(,-?\\d{1,2}){0,9}|UNTIL=[\\dTZ]+"
                            + "|INTERVAL=1|WKST=[A-Z]{2}|COUNT=\\d{1,4}))*\\s*");

    private ZoneDefinitions() {}

    static String sound(String calendar) {
        int[] seen = {0};
        return DEFINITION
                .matcher(calendar)
                .replaceAll(
                        found ->
                                ++seen[0] <= MOST && isSound(found.group())
                                        ? Matcher.quoteReplacement(found.group())
                                        : "");
    }

    private static boolean isSound(String definition) {
        String unfolded = definition.replaceAll("\\r?\\n[ \\t]", "");
        return unfolded.length() <= CHARACTERS_MOST
                && RULE.matcher(unfolded)
                        .results()
                        .allMatch(rule -> YEARLY.matcher(rule.group()).matches());
    }
}
