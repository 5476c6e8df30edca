package app.leeway.companyfile;

/**
 * Where a section stands in the company file, and what sort of value it holds.
 *
 * @param name its key: {@code budgets}
 * @param place sections are read, written, compared and stored by ascending place: a section that
 *     names codes of another comes after it
 * @param shape how it is written
 * @param <T> what a section says, once read
 */
public record SectionKey<T>(String name, int place, Shape shape) {

    /** How a section is written. */
    public enum Shape {
        /** One mapping; left out where nothing is said. */
        MAPPING,
        /** A list of mappings, be it empty. */
        LIST,
        /** A list of mappings; left out where it is empty. */
        OPTIONAL_LIST
    }

    public static <T> SectionKey<T> mapping(String name, int place) {
        return new SectionKey<>(name, place, Shape.MAPPING);
    }

    public static <T> SectionKey<T> list(String name, int place) {
        return new SectionKey<>(name, place, Shape.LIST);
    }

    public static <T> SectionKey<T> optionalList(String name, int place) {
        return new SectionKey<>(name, place, Shape.OPTIONAL_LIST);
    }
}
