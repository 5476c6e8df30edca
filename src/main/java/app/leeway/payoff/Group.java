package app.leeway.payoff;

/**
 * Those who got something, taken together by one thing they share.
 *
 * @param by what it is: {@code all}, {@code kind}, {@code clause}, {@code site}, {@code nth},
 *     {@code damage}, {@code capital}, {@code kind-site}
 * @param key its code; empty for all
 */
public record Group(String by, String key) implements Comparable<Group> {

    public static final Group ALL = new Group("all", "");

    /** As it stands in the store's results: {@code kind:late-return}. */
    static Group parse(String text) {
        String[] parts = text.split(":", 2);
        return new Group(parts[0], parts[1]);
    }

    /** Small groups beside each other, of which raw figures would make a lottery. */
    boolean isPlace() {
        return by.equals("site") || by.equals("kind-site");
    }

    @Override
    public int compareTo(Group other) {
        int order = by.compareTo(other.by);
        return order != 0 ? order : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return by + ":" + key;
    }
}
