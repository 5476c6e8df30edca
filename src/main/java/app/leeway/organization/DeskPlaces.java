package app.leeway.organization;

import java.util.List;

/** The places of one feature at the desk; a bean of its web package registers them. */
public interface DeskPlaces {

    /** In the navigation. */
    List<DeskPlace> places();

    /** On top of every page. */
    default List<DeskCount> counts() {
        return List.of();
    }
}
