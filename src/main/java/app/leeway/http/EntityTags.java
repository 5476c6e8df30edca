package app.leeway.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Revisions as entity tags: {@code "17"}. */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTags() {}

    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @param ifMatch the header, null where there was none
     * @throws BadRequestException 428 missing-tag; 412 changed-meanwhile for a tag that was never
     *     given out
     */
    public static long revision(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new BadRequestException(
                    428, "missing-tag", "the header If-Match is needed: the ETag of what you read");
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw new BadRequestException(
                    412, "changed-meanwhile", ifMatch + " is no tag of these rules");
        }
        return Long.parseLong(tag.group(1));
    }
}
