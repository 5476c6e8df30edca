package app.leeway.companyfile;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A section of the company file, implemented by the room that stores what it says. A bean of this
 * type is all that a section needs: the file is read, written, compared and stored by whatever
 * sections there are.
 *
 * <p>The record of an import keeps what {@link #write} gives, except keys called {@code user},
 * {@code name} and {@code text}, and mappings that name a {@code person}: names and words of people
 * stand nowhere else in a section.
 *
 * @param <T> what the section says; equal when the same is said
 */
public interface CompanySection<T> {

    SectionKey<T> key();

    /**
     * Notes everything that is wrong, and the codes that the section declares and uses. Called with
     * sections of a lower place already read.
     *
     * @return what is said, as far as it can be understood; what is usual where the section may be
     *     left out and is
     */
    T read(CompanyFileInput file);

    /**
     * The last look, once every section is read and nothing is wrong: what only the whole shows.
     *
     * @return the value to be taken; anything, where something was noted
     */
    default T complete(T value, CompanyFileInput file) {
        return value;
    }

    /**
     * @return each entry by its key, in the file's order; for a single mapping under {@link
     *     CompanyFile#code}, or none where only the usual is said
     */
    Map<String, FlowMapping> write(T value, CompanyFile file);

    /**
     * @param revision the company's, as the caller has read it
     */
    T stored(long revision);

    /** Codes that are stored but retired, which rules of the past may speak of. */
    default Map<CodeType, Set<String>> former(long revision) {
        return Map.of();
    }

    /**
     * Puts the value in the place of what is stored, in the caller's transaction.
     *
     * @param file the whole of which it is a part; sections of a lower place are stored already
     * @throws app.leeway.shared.RefusedException INVALID when it cannot follow what is stored, with
     *     fields as in the file: {@code guardrails[3]}
     */
    void replace(T value, CompanyFile file);

    /**
     * How the record calls an entry, by its key; asked once for each import, after it was stored.
     */
    default UnaryOperator<String> subjects() {
        return entry -> key().name() + ":" + entry;
    }
}
