package app.leeway.shared.jdbc;

import java.text.Normalizer;
import java.util.Random;

/** The same to a reader, and other characters to a machine. */
public final class Respelling {

    private static final String[] UNSEEN = {
        "\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff", "\ufe0f"
    };
    private static final String[] BLANKS = {" ", "\u00a0", "\u3000", "  ", "\u2003"};

    private Respelling() {}

    public static String of(String typed, Random random) {
        StringBuilder text = new StringBuilder();
        around(text, random);
        typed.codePoints().forEach(c -> add(text, c, random));
        around(text, random);
        return random.nextBoolean()
                ? Normalizer.normalize(text, Normalizer.Form.NFD)
                : text.toString();
    }

    private static void add(StringBuilder text, int c, Random random) {
        if (c == ' ') {
            text.append(BLANKS[random.nextInt(BLANKS.length)]);
        } else if (c > ' ' && c < 0x7f && random.nextInt(4) == 0) {
            text.appendCodePoint(c - '!' + '\uff01'); // full width
        } else {
            String letter = Character.toString(c);
            text.append(random.nextBoolean() ? letter.toUpperCase() : letter.toLowerCase());
        }
        if (random.nextInt(4) == 0) {
            text.append(UNSEEN[random.nextInt(UNSEEN.length)]);
        }
    }

    private static void around(StringBuilder text, Random random) {
        if (random.nextInt(3) == 0) {
            text.append(BLANKS[random.nextInt(BLANKS.length)]);
        }
    }
}
